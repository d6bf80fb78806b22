# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash
[ $# -le 1 ] || usage "tour [DIR]"
need_packages engine console test
compile dev build/dev -DTIDEGATE_CONSOLE=ON -- tidegate_tour tidegated
exec "$TIDEGATE_PYTHON" tools/demo --tour "${1:-docs/tour}"
