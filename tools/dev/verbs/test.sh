# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash
# The last lines are ctest's, whatever happened before.
full=no
while [ $# -gt 0 ]; do
    case "$1" in
        --full) full=yes ;;
        --)
            shift
            break
            ;;
        *) usage "test [--full] [-- CTEST-ARGUMENTS]" ;;
    esac
    shift
done

run_ctest() {
    local folder=$1
    shift
    env -u DISPLAY -u WAYLAND_DISPLAY QT_QPA_PLATFORM=offscreen \
        ctest --test-dir "$folder" --output-on-failure --no-tests=error -j "$(nproc)" "$@" </dev/null
}

status=0
if [ "$full" = yes ]; then
    # Sanitizers look at what has no Qt: its libraries are not instrumented and would drown us in their reports.
    need_packages engine test
    for sanitizer in dev-asan dev-tsan; do
        compile "$sanitizer" "build/$sanitizer-headless" -DTIDEGATE_CONSOLE=OFF -DTIDEGATE_BENCH=OFF
        run_ctest "build/$sanitizer-headless" -LE long "$@" || status=$?
    done
fi
compile_everything dev
selection=(-LE long)
[ "$full" = yes ] && selection=()
run_ctest build/dev "${selection[@]}" "$@" || status=$?
exit "$status"
