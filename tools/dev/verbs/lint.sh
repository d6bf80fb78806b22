# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash
# Every check runs, also when one before it failed. --fix lays out the code first.
need_packages engine lint

sources() { git ls-files --cached --others --exclude-standard -- "$@" | while read -r file; do [ -f "$file" ] && echo "$file"; done; }

case "${1:-}" in
    "") ;;
    --fix) sources '*.cpp' '*.h' | xargs -r -n 40 clang-format-14 -i ;;
    *) usage "lint [--fix]" ;;
esac

check_format() { sources '*.cpp' '*.h' | xargs -r -n 40 -P "$(nproc)" clang-format-14 --dry-run --Werror; }

check_shell() { sources dev '*.sh' .ci/run | xargs -r shellcheck -x; }

check_house() { "$TIDEGATE_PYTHON" tools/lint/house.py; }

# The rooms where a mistake costs rows, and what was changed since the last commit: all of the code would take too long
# for something that is run before every commit.
tidy_files() {
    {
        sources 'engine/db/*.cpp' 'engine/sync/*.cpp'
        git diff --name-only --diff-filter=d HEAD -- 'engine/*.cpp' 'agent/*.cpp' 'cli/*.cpp'
    } | sort -u
}

# A file that was clean, with these headers and these checks, is not looked at again.
tidy_one() {
    local file=$1 stamp
    stamp=.dev/tidy/$(cat "$file" <(echo "$TIDY_CONTEXT") | sha256sum | cut -c1-32)
    [ -e "$stamp" ] || { clang-tidy-14 -p build/lint --quiet "$file" && touch "$stamp"; }
}

check_tidy() {
    cmake --preset dev -B build/lint -DTIDEGATE_CONSOLE=OFF -DTIDEGATE_TESTS=OFF >/dev/null || return
    mkdir -p .dev/tidy
    TIDY_CONTEXT=$({ sources 'engine/*.h' 'agent/*.h' 'cli/*.h' && echo .clang-tidy; } | xargs cat | sha256sum)
    export TIDY_CONTEXT
    export -f tidy_one
    # shellcheck disable=SC2016 # $0 is the file, for the inner shell
    tidy_files | xargs -r -n 1 -P "$(build_jobs)" bash -c 'tidy_one "$0"'
}

failed=()
run_check() {
    logged "lint-$1" "$2" "check_$1" || failed+=("$1")
}
run_check format "clang-format"
run_check shell "shellcheck"
run_check house "licences, sizes, words, JSON, Python"
run_check tidy "clang-tidy"
if [ ${#failed[@]} -gt 0 ]; then
    say "lint: ${failed[*]} failed"
    exit 1
fi
say "lint: clean"
