# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash
[ $# -eq 1 ] || usage "screenshots DIR"
need_packages engine console test
compile dev build/dev -DTIDEGATE_CONSOLE=ON -- tidegate_screenshots tidegated
mkdir -p "$1"
QT_QPA_PLATFORM=offscreen build/dev/bin/tidegate_screenshots "$1"
say "Pictures: $1"
