// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/core/result.h"

#include <memory>

class QLockFile;

namespace playhead {

/// The right to write one event store, held until destruction (semantics 16). A lock that a dead process of this computer
/// left behind does not count.
class StoreLock
{
public:
    /// Locked, naming the holder, or Unwritable.
    static Result<StoreLock> take(const QString &folder);
    /// Whether somebody writes the store: on this computer a process that lives. Takes no lock.
    static bool isHeld(const QString &folder);
    StoreLock(StoreLock &&) noexcept;
    StoreLock &operator=(StoreLock &&) noexcept;
    ~StoreLock();

private:
    StoreLock();
    std::unique_ptr<QLockFile> m_file;
};

} // namespace playhead
