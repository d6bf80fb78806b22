# SPDX-License-Identifier: Apache-2.0
# Two interface targets that every target of ours links PRIVATE: how we compile, and what we want to be warned of.
option(TIDEGATE_WERROR "Warnings are errors (presets and CI; not for someone who builds a tarball)" OFF)
set(TIDEGATE_SANITIZE "" CACHE STRING "Value for -fsanitize=, for example address,undefined")

find_program(CCACHE_PROGRAM ccache)
if(CCACHE_PROGRAM)
    set(CMAKE_C_COMPILER_LAUNCHER ${CCACHE_PROGRAM})
    # Without this a source with a precompiled header is never found in the cache.
    set(CMAKE_CXX_COMPILER_LAUNCHER
        ${CMAKE_COMMAND} -E env CCACHE_SLOPPINESS=pch_defines,time_macros ${CCACHE_PROGRAM})
endif()

add_library(tidegate_options INTERFACE)
target_compile_features(tidegate_options INTERFACE cxx_std_20)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_POSITION_INDEPENDENT_CODE ON)
target_compile_definitions(tidegate_options INTERFACE TIDEGATE_VERSION="${PROJECT_VERSION}")
# No absolute path of the build machine in a binary or a core file, and the same ccache entry in every checkout.
target_compile_options(tidegate_options INTERFACE "-ffile-prefix-map=${CMAKE_SOURCE_DIR}=.")
if(TIDEGATE_SANITIZE)
    target_compile_options(tidegate_options INTERFACE -fsanitize=${TIDEGATE_SANITIZE} -fno-omit-frame-pointer)
    target_link_options(tidegate_options INTERFACE -fsanitize=${TIDEGATE_SANITIZE})
endif()

add_library(tidegate_warnings INTERFACE)
target_compile_options(tidegate_warnings INTERFACE
    -Wall -Wextra -Wpedantic
    -Wshadow            # a hidden name is a wrong value waiting to happen
    -Wnon-virtual-dtor  # deleting through a base without a virtual destructor leaks
    -Woverloaded-virtual
    $<$<NOT:$<CONFIG:Release>>:-Wnull-dereference> # at -O3 g++ 12 follows paths that can't happen
    -Wimplicit-fallthrough
    # g++ 12 reports "text" + std::string at -O2 and above (GCC bug 105651), and empty optionals at -O1.
    "$<$<CXX_COMPILER_ID:GNU>:-Wno-restrict;-Wno-maybe-uninitialized>")
if(TIDEGATE_WERROR)
    target_compile_options(tidegate_warnings INTERFACE -Werror)
endif()
