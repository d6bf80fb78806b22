# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash
need_packages engine console test
compile release build/release -DTIDEGATE_CONSOLE=ON
status=0
"$TIDEGATE_PYTHON" tools/bench "$@" || status=$?
say "Also in .dev/bench.json"
exit "$status"
