// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArrayView>

namespace playhead {

/// While it lives, reading mapped bytes that another program cut off their file gives zeros. Without it the system would
/// end this process (SIGBUS), and no check before the reading can be quick enough. Does nothing where a mapped file cannot
/// be cut. To be destroyed before the bytes are unmapped. Any thread.
class CutGuard
{
public:
    /// `bytes` must not be empty.
    explicit CutGuard(QByteArrayView bytes);
    ~CutGuard();
    CutGuard(const CutGuard &) = delete;
    CutGuard &operator=(const CutGuard &) = delete;

    bool wasHit() const; ///< Bytes were read that are gone: from then on zeros stand for them.

private:
    int m_place = -1; // among the guarded stretches; -1 = none was free
};

} // namespace playhead
