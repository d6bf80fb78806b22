# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash
# What every verb needs: a voice, a log, the right locale, the packages.

# A bare machine has locale C; sources, job files and test data are UTF-8.
export LC_ALL=C.UTF-8
# Neither Debian's own tools nor Python may be shadowed by a version manager of the user.
export TIDEGATE_PYTHON=/usr/bin/python3
export PYTHONDONTWRITEBYTECODE=1

LOG_DIR=$TIDEGATE_ROOT/.dev/log

say() { printf '%s\n' "$*" >&2; }
die() {
    say "dev: $*"
    exit 1
}
usage() {
    say "usage: ./dev $*"
    exit 2
}

# logged NAME TITLE COMMAND…: runs a command with its output in .dev/log/NAME.log, a line with the time it took, and the
# end of the log when it fails. On a terminal the seconds count while it runs.
logged() {
    local name=$1 title=$2 status=0 start=$SECONDS ticker=
    shift 2
    mkdir -p "$LOG_DIR"
    local log=$LOG_DIR/$name.log
    printf '\n--- %s: %s\n' "$(date '+%F %T')" "$*" >>"$log"
    if [ -t 2 ]; then
        # A background job of a script ignores Ctrl+C, so it looks whether we are still there.
        (while sleep 1 && kill -0 $$ 2>/dev/null; do printf '\r  … %s  %ds ' "$title" $((SECONDS - start)) >&2; done) &
        ticker=$!
    else
        say "  … $title"
    fi
    "$@" </dev/null >>"$log" 2>&1 || status=$?
    if [ -n "$ticker" ]; then
        kill "$ticker" 2>/dev/null || true
        wait "$ticker" 2>/dev/null || true
        printf '\r\033[K' >&2
    fi
    if [ "$status" -ne 0 ]; then
        say "  ✗ $title failed after $((SECONDS - start))s; the end of ${log#"$TIDEGATE_ROOT"/}:"
        tail -n 40 "$log" | sed 's/^/    /' >&2
        return "$status"
    fi
    say "  ✓ $title  $((SECONDS - start))s"
}

# shellcheck source=tools/dev/packages.sh
source "$TIDEGATE_ROOT/tools/dev/packages.sh"
# shellcheck source=tools/dev/compile.sh
source "$TIDEGATE_ROOT/tools/dev/compile.sh"
