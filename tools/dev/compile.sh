# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash
# Configure and build one preset; build/bin then links to its programs.

# Two compilers of this code need about 1 GiB each.
build_jobs() {
    local cores memory
    cores=$(nproc)
    memory=$(awk '/^MemAvailable/ { print int($2 / 1048576) }' /proc/meminfo)
    [ "$memory" -lt "$cores" ] && cores=$memory
    [ "$cores" -lt 1 ] && cores=1
    echo "$cores"
}

# link_programs FOLDER: build/bin/{tidegate,tidegatectl,tidegated} are those of FOLDER.
link_programs() {
    local program
    mkdir -p build/bin
    for program in tidegate tidegatectl tidegated; do
        if [ -x "$1/bin/$program" ]; then
            ln -sfn "../../$1/bin/$program" "build/bin/$program"
        else
            rm -f "build/bin/$program"
        fi
    done
}

# compile PRESET FOLDER [-DNAME=VALUE…] [-- TARGET…]: quick when nothing changed.
compile() {
    local preset=$1 folder=$2 options=()
    shift 2
    while [ $# -gt 0 ] && [ "$1" != "--" ]; do
        options+=("$1")
        shift
    done
    [ $# -gt 0 ] && shift
    local name=${folder##*/}
    # The configuration is a cache: it is made again when asked for other options than last time.
    if [ ! -f "$folder/build.ninja" ] || [ "$(cat "$folder/.options" 2>/dev/null)" != "${options[*]}" ]; then
        logged "configure-$name" "configure $name" cmake --preset "$preset" -B "$folder" "${options[@]}" || return
        printf '%s' "${options[*]}" >"$folder/.options"
    fi
    logged "build-$name" "build $name" ninja -C "$folder" -j "$(build_jobs)" "$@" || return
    link_programs "$folder"
}

compile_everything() {
    need_packages engine console test
    compile "$1" "build/$1" -DTIDEGATE_CONSOLE=ON
}

compile_headless() {
    need_packages engine
    compile "$1" "build/$1-headless" -DTIDEGATE_CONSOLE=OFF -DTIDEGATE_TESTS=OFF -DTIDEGATE_BENCH=OFF
}
