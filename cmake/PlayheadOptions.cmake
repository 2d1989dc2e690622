# SPDX-FileCopyrightText: 2026 The Playhead authors
# SPDX-License-Identifier: MIT
# One INTERFACE target carries the language level, the warnings and the Qt defines of every target.
add_library(playhead_options INTERFACE)
target_compile_features(playhead_options INTERFACE cxx_std_20)
target_include_directories(playhead_options INTERFACE ${PROJECT_SOURCE_DIR})
target_compile_definitions(playhead_options INTERFACE
    QT_NO_CAST_FROM_ASCII
    QT_NO_CAST_TO_ASCII
    QT_NO_CAST_FROM_BYTEARRAY
    QT_NO_URL_CAST_FROM_STRING
    QT_NO_FOREACH
    QT_NO_JAVA_STYLE_ITERATORS
    QT_NO_NARROWING_CONVERSIONS_IN_CONNECT
    QT_NO_CONTEXTLESS_CONNECT
    QT_DISABLE_DEPRECATED_BEFORE=0x060400
    PLAYHEAD_VERSION="${PROJECT_VERSION}")
if(MSVC)
    # The conforming mode that Qt 6 asks for, UTF-8 sources, and the warnings nearest to the list below.
    target_compile_options(playhead_options INTERFACE /W4 /permissive- /Zc:__cplusplus /Zc:preprocessor /utf-8)
    target_compile_definitions(playhead_options INTERFACE NOMINMAX _USE_MATH_DEFINES)
else()
    target_compile_options(playhead_options INTERFACE
        -Wall -Wextra -Wpedantic -Wshadow -Wold-style-cast -Wnon-virtual-dtor -Woverloaded-virtual -Wcast-qual
        # ccache cannot look into a precompiled header without it.
        $<$<CXX_COMPILER_ID:GNU>:-fpch-preprocess>)
endif()
if(PLAYHEAD_WERROR)
    target_compile_options(playhead_options INTERFACE $<IF:$<BOOL:${MSVC}>,/WX,-Werror>)
endif()
if(PLAYHEAD_FUZZ)
    if(NOT CMAKE_CXX_COMPILER_ID STREQUAL "Clang")
        message(FATAL_ERROR "PLAYHEAD_FUZZ needs Clang, whose libFuzzer it uses")
    endif()
    target_compile_options(playhead_options INTERFACE -fsanitize=fuzzer-no-link)
endif()
if(PLAYHEAD_SANITIZE)
    if(MSVC)
        message(FATAL_ERROR "PLAYHEAD_SANITIZE needs GCC or Clang")
    endif()
    target_compile_options(playhead_options INTERFACE
        -fsanitize=address,undefined -fno-omit-frame-pointer -fno-sanitize-recover=undefined)
    target_link_options(playhead_options INTERFACE -fsanitize=address,undefined)
endif()
