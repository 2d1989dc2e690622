# SPDX-FileCopyrightText: 2026 The Playhead authors
# SPDX-License-Identifier: MIT
# playhead_add_test(tst_name LABEL model|ui [SLOW] [LIBRARIES ...] SOURCES ...)
# One executable per test class. Every test runs with the offscreen platform, UTC, a private XDG home and a timeout,
# so that no test sees the person's own settings or another test's files.
function(playhead_add_test name)
    cmake_parse_arguments(ARG "SLOW" "LABEL;TIMEOUT" "SOURCES;LIBRARIES" ${ARGN})
    add_executable(${name} ${ARG_SOURCES})
    target_link_libraries(${name} PRIVATE playhead_test_support ${ARG_LIBRARIES})
    if(ARG_LABEL STREQUAL "ui")
        target_link_libraries(${name} PRIVATE playhead_ui)
    endif()
    add_test(NAME ${name} COMMAND ${name})
    set(labels ${ARG_LABEL})
    if(ARG_SLOW)
        list(APPEND labels slow)
    endif()
    if(NOT ARG_TIMEOUT)
        set(ARG_TIMEOUT 120)
    endif()
    # Qt Test would end a test function after five minutes: TIMEOUT alone decides.
    math(EXPR function_timeout "${ARG_TIMEOUT} * 1000")
    set(home ${CMAKE_BINARY_DIR}/test-home/${name})
    file(MAKE_DIRECTORY ${home}/run)
    file(CHMOD ${home}/run PERMISSIONS OWNER_READ OWNER_WRITE OWNER_EXECUTE)
    set_tests_properties(${name} PROPERTIES
        LABELS "${labels}"
        TIMEOUT ${ARG_TIMEOUT}
        ENVIRONMENT "QT_QPA_PLATFORM=offscreen;LC_ALL=C.UTF-8;TZ=UTC;HOME=${home};XDG_CONFIG_HOME=${home}/config;XDG_DATA_HOME=${home}/data;XDG_CACHE_HOME=${home}/cache;XDG_RUNTIME_DIR=${home}/run;NO_PROXY=127.0.0.1;QTEST_FUNCTION_TIMEOUT=${function_timeout};WORKOS_API_KEY=;PLAYHEAD_SHARED_API=${PROJECT_SOURCE_DIR}/../shared/api")
endfunction()
