# SPDX-License-Identifier: Apache-2.0
# tidegate_test(tst_name SOURCES a.cpp... LIBRARIES x... LABELS unit|gui [TIMEOUT s] [QT])
#     One executable per class under test. Without QT the test is a doctest program and gets its main from here.
# tidegate_server_test(tst_name SOURCES a.cpp... LIBRARIES x... [LABELS server] [TIMEOUT s] [QT])
#     The same, started beside a private source and warehouse: TIDEGATE_TEST_SOURCE_HOST, _PORT, _USER, _DB and
#     TIDEGATE_TEST_TARGET_… say where they are (tests/support/pgcluster.py).
# tidegate_drill(name script.py [LABELS drill|long] [TIMEOUT s])
#     A Python script that drives the built programs (TIDEGATE_BIN) and starts the servers it needs.
set(TIDEGATE_DOCTEST_MAIN ${CMAKE_SOURCE_DIR}/tests/support/doctestmain.cpp)
# Debian's own interpreter: python3-psycopg2 is installed for it and for no other.
set(TIDEGATE_PYTHON /usr/bin/python3)
set(TIDEGATE_TEST_ENVIRONMENT
    "QT_QPA_PLATFORM=offscreen;QT_SCALE_FACTOR=1;LC_ALL=C.UTF-8;TZ=UTC;TIDEGATE_BIN=${CMAKE_BINARY_DIR}/bin;XDG_STATE_HOME=${CMAKE_BINARY_DIR}/state")

function(tidegate_test_program name qt sources libraries)
    add_executable(${name} ${sources})
    target_link_libraries(${name} PRIVATE tidegate_options tidegate_warnings ${libraries})
    target_compile_definitions(${name} PRIVATE TIDEGATE_TEST_DATA="${CMAKE_SOURCE_DIR}/tests/data")
    if(qt)
        set_target_properties(${name} PROPERTIES AUTOMOC ON)
        target_link_libraries(${name} PRIVATE Qt6::Test)
    else()
        target_sources(${name} PRIVATE ${TIDEGATE_DOCTEST_MAIN})
        set_source_files_properties(${TIDEGATE_DOCTEST_MAIN} PROPERTIES SKIP_PRECOMPILE_HEADERS ON)
        target_link_libraries(${name} PRIVATE doctest::doctest)
        # Our own toString() overloads are found by doctest; it makes its String from what they return.
        target_compile_definitions(${name} PRIVATE DOCTEST_CONFIG_DOUBLE_STRINGIFY)
        tidegate_precompile_doctest(${name})
    endif()
endfunction()

function(tidegate_test_properties name timeout labels)
    set_tests_properties(${name} PROPERTIES TIMEOUT ${timeout} LABELS "${labels}" ENVIRONMENT "${TIDEGATE_TEST_ENVIRONMENT}")
endfunction()

function(tidegate_test name)
    cmake_parse_arguments(ARG "QT" "TIMEOUT" "SOURCES;LIBRARIES;LABELS" ${ARGN})
    if(NOT ARG_TIMEOUT)
        set(ARG_TIMEOUT 120)
    endif()
    tidegate_test_program(${name} "${ARG_QT}" "${ARG_SOURCES}" "${ARG_LIBRARIES}")
    add_test(NAME ${name} COMMAND ${name})
    tidegate_test_properties(${name} ${ARG_TIMEOUT} "${ARG_LABELS}")
endfunction()

function(tidegate_server_test name)
    cmake_parse_arguments(ARG "QT" "TIMEOUT" "SOURCES;LIBRARIES;LABELS" ${ARGN})
    if(NOT ARG_TIMEOUT)
        set(ARG_TIMEOUT 240)
    endif()
    if(NOT ARG_LABELS)
        set(ARG_LABELS server)
    endif()
    tidegate_test_program(${name} "${ARG_QT}" "${ARG_SOURCES}" "${ARG_LIBRARIES}")
    add_test(NAME ${name} COMMAND ${TIDEGATE_PYTHON} ${CMAKE_SOURCE_DIR}/tests/support/pgcluster.py run -- $<TARGET_FILE:${name}>)
    tidegate_test_properties(${name} ${ARG_TIMEOUT} "${ARG_LABELS}")
endfunction()

function(tidegate_drill name script)
    cmake_parse_arguments(ARG "" "TIMEOUT" "LABELS" ${ARGN})
    if(NOT ARG_TIMEOUT)
        set(ARG_TIMEOUT 300)
    endif()
    if(NOT ARG_LABELS)
        set(ARG_LABELS drill)
    endif()
    add_test(NAME ${name} COMMAND ${TIDEGATE_PYTHON} ${CMAKE_CURRENT_SOURCE_DIR}/${script})
    tidegate_test_properties(${name} ${ARG_TIMEOUT} "${ARG_LABELS}")
endfunction()
