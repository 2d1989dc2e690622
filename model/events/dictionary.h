// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/events/slottable.h"

#include <QByteArrayView>

#include <array>
#include <memory>
#include <mutex>
#include <optional>
#include <vector>

namespace playhead {

/// Texts by number, from 0, each once; only ever grows (but for a page that could not be stored). One writer; text() may
/// be called by any thread, without a lock, for numbers that were published to it.
class Dictionary
{
public:
    /// The writer's count; readers use their snapshot's.
    quint32 count() const { return m_count; }

    /// The number of `text`, given anew when it has none. Writer only.
    quint32 intern(QByteArrayView text);
    /// Adds the next text when opening. Its length stands right before it, as a quint32. It is not copied and must outlive
    /// the dictionary (see keep()).
    void adopt(QByteArrayView text);
    void keep(std::shared_ptr<const void> owner) { m_owners.push_back(std::move(owner)); }
    /// Forgets the texts from `count` on, which nobody has seen yet. Writer only.
    void rollBack(quint32 count);

    QByteArrayView text(quint32 number) const;
    /// Any thread; waits for no more than one intern() of the writer, or for the first use after opening.
    std::optional<quint32> find(QByteArrayView text) const;

private:
    /// A text with its length before it: a number costs eight bytes beside its text.
    using Entry = const char *;

    Entry &entry(quint32 number) const;
    void add(QByteArrayView text);
    QByteArrayView copied(QByteArrayView text);
    void hashNewEntries() const;
    std::optional<quint32> findHashed(QByteArrayView text) const;

    // Parts of doubling size, so that entries never move under a reader.
    static constexpr quint32 kFirstPart = 256;
    std::array<std::unique_ptr<Entry[]>, 25> m_parts;
    quint32 m_count = 0;

    std::vector<std::shared_ptr<const void>> m_owners;
    char *m_free = nullptr;
    qsizetype m_freeSize = 0;

    mutable std::mutex m_mutex; // guards the slots
    mutable SlotTable m_slots;
    mutable quint32 m_hashed = 0;
};

} // namespace playhead
