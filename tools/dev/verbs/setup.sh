# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash
[ $# -gt 0 ] || set -- engine console test lint
for group in "$@"; do
    [ -n "$(packages_of "$group")" ] || usage "setup [engine|console|test|lint|clazy|package]…"
done
need_packages "$@"
say "Everything for $* is installed."
