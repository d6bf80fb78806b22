# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash
[ $# -eq 0 ] || usage package
need_packages engine console test package
compile release build/release -DTIDEGATE_CONSOLE=ON -DTIDEGATE_TESTS=OFF -- tidegate tidegatectl tidegated
logged package "make the packages" cpack --config build/release/CPackConfig.cmake -B out/packages
say "Packages:"
ls -1 out/packages/*.deb >&2
