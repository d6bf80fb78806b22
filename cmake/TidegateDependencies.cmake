# SPDX-License-Identifier: Apache-2.0
# Every outside part, with the reason it is here. docs/ARCHITECTURE.md has the long form.
include(FeatureSummary)
find_package(PkgConfig REQUIRED)
find_package(Threads REQUIRED)
find_package(fmt REQUIRED)
set_package_properties(fmt PROPERTIES TYPE REQUIRED PURPOSE "text formatting (g++ 12 has no <format>)")
find_package(spdlog REQUIRED)
set_package_properties(spdlog PROPERTIES TYPE REQUIRED PURPOSE "logging")
find_package(nlohmann_json REQUIRED)
set_package_properties(nlohmann_json PROPERTIES TYPE REQUIRED PURPOSE "JSON-RPC, --json, value trees of YAML files")
find_package(CLI11 REQUIRED)
set_package_properties(CLI11 PROPERTIES TYPE REQUIRED PURPOSE "command line of tidegatectl")
pkg_check_modules(libfyaml REQUIRED IMPORTED_TARGET libfyaml) # YAML with right byte ranges
pkg_check_modules(libpq REQUIRED IMPORTED_TARGET libpq)       # PostgreSQL family
pkg_check_modules(sqlite REQUIRED IMPORTED_TARGET sqlite3)    # the agent's history
find_path(CCTZ_INCLUDE_DIR cctz/time_zone.h REQUIRED) # time zones (g++ 12 has none); Debian's package has no CMake file
find_library(CCTZ_LIBRARY cctz REQUIRED)
add_library(Cctz::cctz UNKNOWN IMPORTED)
set_target_properties(Cctz::cctz PROPERTIES IMPORTED_LOCATION "${CCTZ_LIBRARY}" INTERFACE_INCLUDE_DIRECTORIES "${CCTZ_INCLUDE_DIR}")
if(TIDEGATE_CONSOLE)
    find_package(Qt6 6.4 REQUIRED COMPONENTS Core Gui Widgets Concurrent DBus Svg LinguistTools)
    set_package_properties(Qt6 PROPERTIES TYPE REQUIRED PURPOSE "the console")
    find_package(QScintilla REQUIRED)
    if(TIDEGATE_TESTS OR TIDEGATE_BENCH)
        find_package(Qt6 6.4 REQUIRED COMPONENTS Test)
    endif()
endif()
if(TIDEGATE_TESTS OR TIDEGATE_BENCH)
    find_package(doctest REQUIRED)
    set_package_properties(doctest PROPERTIES TYPE REQUIRED PURPOSE "tests of what has no Qt")
endif()
