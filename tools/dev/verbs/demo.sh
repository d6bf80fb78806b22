# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash
headless=no keep=()
for argument in "$@"; do
    case "$argument" in
        --headless) headless=yes ;;
        --keep) keep=(--keep) ;;
        *) usage "demo [--headless] [--keep]" ;;
    esac
done
if [ -z "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ] && [ "$headless" = no ]; then
    say "There is no display: the demo goes without the console, as with --headless."
    headless=yes
fi

options=()
if [ "$headless" = no ]; then
    need_packages engine console test
    compile dev build/dev -DTIDEGATE_CONSOLE=ON -- tidegate tidegatectl tidegated
elif [ -f build/dev/build.ninja ]; then
    # Somebody builds the console here anyway: the same folder spares a second compilation of the engine.
    need_packages engine console test
    compile dev build/dev -DTIDEGATE_CONSOLE=ON -- tidegatectl tidegated
else
    compile_headless dev
fi
[ "$headless" = yes ] && options=(--headless "${keep[@]}")
exec "$TIDEGATE_PYTHON" tools/demo "${options[@]}"
