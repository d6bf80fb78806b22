# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash
# Every check runs, also when one before it failed.
[ $# -eq 0 ] || usage lint
need_packages engine lint

sources() { git ls-files --cached --others --exclude-standard -- "$@" | while read -r file; do [ -f "$file" ] && echo "$file"; done; }

check_format() { sources '*.cpp' '*.h' | xargs -r -n 40 -P "$(nproc)" clang-format-14 --dry-run --Werror; }

check_shell() { sources dev '*.sh' .ci/run | xargs -r shellcheck -x; }

check_house() { "$TIDEGATE_PYTHON" tools/lint/house.py; }

# The rooms where a mistake costs rows, and what was changed since the last commit: all of the code would take too long
# for something that is run before every commit.
tidy_files() {
    {
        sources 'engine/db/*.cpp' 'engine/sync/*.cpp' 'engine/verify/*.cpp'
        git diff --name-only HEAD -- 'engine/*.cpp' 'agent/*.cpp' 'cli/*.cpp'
    } | sort -u
}

check_tidy() {
    cmake --preset dev -B build/lint -DTIDEGATE_CONSOLE=OFF -DTIDEGATE_TESTS=OFF >/dev/null &&
        tidy_files | xargs -r -n 1 -P "$(build_jobs)" clang-tidy-14 -p build/lint --quiet
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
