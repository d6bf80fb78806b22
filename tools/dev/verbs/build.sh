# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash
preset=dev console=yes
for argument in "$@"; do
    case "$argument" in
        --no-console) console=no ;;
        dev | dev-asan | dev-tsan | dev-clazy | release) preset=$argument ;;
        *) usage "build [dev|dev-asan|dev-tsan|dev-clazy|release] [--no-console]" ;;
    esac
done
[ "$preset" = dev-clazy ] && need_packages clazy
if [ "$console" = yes ]; then
    compile_everything "$preset"
else
    compile_headless "$preset"
fi
say "Programs: build/bin/"
