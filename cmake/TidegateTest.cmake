# SPDX-License-Identifier: Apache-2.0
# tidegate_test(tst_name SOURCES a.cpp... LIBRARIES x... LABELS unit|gui|server|drill [TIMEOUT s] [QT])
# One executable per class under test. Without QT the test is a doctest program and gets its main from here.
set(TIDEGATE_DOCTEST_MAIN ${CMAKE_SOURCE_DIR}/tests/support/doctestmain.cpp)

function(tidegate_test name)
    cmake_parse_arguments(ARG "QT" "TIMEOUT" "SOURCES;LIBRARIES;LABELS" ${ARGN})
    if(NOT ARG_TIMEOUT)
        set(ARG_TIMEOUT 120)
    endif()
    add_executable(${name} ${ARG_SOURCES})
    target_link_libraries(${name} PRIVATE tidegate_options tidegate_warnings ${ARG_LIBRARIES})
    target_compile_definitions(${name} PRIVATE TIDEGATE_TEST_DATA="${CMAKE_SOURCE_DIR}/tests/data")
    if(ARG_QT)
        set_target_properties(${name} PROPERTIES AUTOMOC ON)
        target_link_libraries(${name} PRIVATE Qt6::Test)
    else()
        target_sources(${name} PRIVATE ${TIDEGATE_DOCTEST_MAIN})
        target_link_libraries(${name} PRIVATE doctest::doctest)
        # Our own toString() overloads are found by doctest; it makes its String from what they return.
        target_compile_definitions(${name} PRIVATE DOCTEST_CONFIG_DOUBLE_STRINGIFY)
    endif()
    add_test(NAME ${name} COMMAND ${name})
    set_tests_properties(${name} PROPERTIES TIMEOUT ${ARG_TIMEOUT} LABELS "${ARG_LABELS}"
        ENVIRONMENT "QT_QPA_PLATFORM=offscreen;QT_SCALE_FACTOR=1;LC_ALL=C.UTF-8;TZ=UTC;TIDEGATE_BIN=${CMAKE_BINARY_DIR}/bin")
endfunction()
