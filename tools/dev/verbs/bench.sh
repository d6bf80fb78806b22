# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash
# A misspelt name is told before the compiler starts: every bench has a source bench_NAME.py or bench_NAME.cpp.
for name in "$@"; do
    [ "$name" = -- ] && break
    if [[ ! $name =~ ^[a-z_]+$ ]] || [ -z "$(find tests/bench -name "bench_$name.*" -print -quit)" ]; then
        say "bench: there is no '$name'; there are:"
        find tests/bench -name 'bench_*' | sed 's/.*bench_\(.*\)\..*/  \1/' | sort >&2
        exit 2
    fi
done
need_packages engine console test
compile release build/release -DTIDEGATE_CONSOLE=ON -DTIDEGATE_TESTS=OFF
status=0
"$TIDEGATE_PYTHON" tools/bench "$@" || status=$?
say "Also in .dev/bench.json"
exit "$status"
