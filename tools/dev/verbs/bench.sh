# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash
# A misspelt name is told before the compiler starts: every bench has a source tests/bench/bench_NAME.py or .cpp.
for name in "$@"; do
    [ "$name" = -- ] && break
    compgen -G "tests/bench/bench_$name.*" >/dev/null || {
        say "bench: there is no '$name'; there are:" tests/bench/bench_*
        exit 2
    }
done
need_packages engine console test
compile release build/release -DTIDEGATE_CONSOLE=ON -DTIDEGATE_TESTS=OFF
status=0
"$TIDEGATE_PYTHON" tools/bench "$@" || status=$?
say "Also in .dev/bench.json"
exit "$status"
