// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArrayView>
#include <QtGlobal>

#include <cstddef>
#include <cstdint>

/// What every fuzzer here is: takes one input, ends the process when a promise is broken, returns 0 otherwise.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

namespace playhead::fuzz {

inline QByteArrayView inputView(const uint8_t *data, size_t size)
{
    return {data, static_cast<qsizetype>(size)};
}

inline void require(bool holds, const char *promise)
{
    if (!holds) {
        qFatal("broken: %s", promise);
    }
}

} // namespace playhead::fuzz
