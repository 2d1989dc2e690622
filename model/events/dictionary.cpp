// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/events/dictionary.h"

#include "model/events/checksum.h"

#include <bit>
#include <cstring>

namespace playhead {

namespace {

constexpr qsizetype kArenaSize = 64 * 1024;

} // namespace

Dictionary::Entry &Dictionary::entry(quint32 number) const
{
    // Part p holds kFirstPart << p entries.
    const quint32 scaled = number / kFirstPart + 1;
    const auto part = static_cast<quint32>(std::bit_width(scaled) - 1);
    const quint32 first = kFirstPart * ((1U << part) - 1);
    return m_parts[part][number - first];
}

QByteArrayView Dictionary::text(quint32 number) const
{
    const char *const data = entry(number);
    quint32 size = 0;
    std::memcpy(&size, data - sizeof size, sizeof size);
    return {data, qsizetype(size)};
}

void Dictionary::adopt(QByteArrayView text)
{
    add(text);
}

void Dictionary::add(QByteArrayView text)
{
    const quint32 scaled = m_count / kFirstPart + 1;
    const auto part = static_cast<quint32>(std::bit_width(scaled) - 1);
    if (!m_parts[part]) {
        m_parts[part] = std::make_unique_for_overwrite<Entry[]>(size_t(kFirstPart) << part);
    }
    entry(m_count) = text.data();
    ++m_count;
}

QByteArrayView Dictionary::copied(QByteArrayView text)
{
    const auto length = static_cast<quint32>(text.size());
    const qsizetype size = text.size() + qsizetype(sizeof length);
    if (size > m_freeSize) {
        const qsizetype blockSize = std::max(kArenaSize, size);
        const std::shared_ptr<char[]> block = std::make_unique_for_overwrite<char[]>(
            static_cast<size_t>(blockSize));
        m_owners.push_back(block);
        m_free = block.get();
        m_freeSize = blockSize;
    }
    char *const place = m_free + sizeof length;
    std::memcpy(m_free, &length, sizeof length);
    std::memcpy(place, text.data(), static_cast<size_t>(text.size()));
    m_free += size;
    m_freeSize -= size;
    return {place, text.size()};
}

quint32 Dictionary::intern(QByteArrayView text)
{
    const std::lock_guard lock(m_mutex);
    hashNewEntries();
    if (const auto found = findHashed(text)) {
        return *found;
    }
    add(copied(text));
    hashNewEntries();
    return m_count - 1;
}

void Dictionary::rollBack(quint32 count)
{
    const std::lock_guard lock(m_mutex);
    if (count < m_count) {
        m_count = count;
        m_slots.clear(); // made anew at the next use; this is rare
        m_hashed = 0;
    }
}

std::optional<quint32> Dictionary::find(QByteArrayView text) const
{
    const std::lock_guard lock(m_mutex);
    hashNewEntries();
    return findHashed(text);
}

std::optional<quint32> Dictionary::findHashed(QByteArrayView text) const
{
    return m_slots.find(checksum64(text),
                        [this, text](quint32 number) { return this->text(number) == text; });
}

void Dictionary::hashNewEntries() const
{
    if (m_hashed == m_count) {
        return;
    }
    if (!m_slots.hasRoomFor(m_count)) {
        m_slots.reset(std::max(64U, m_count));
        m_hashed = 0;
    }
    for (; m_hashed < m_count; ++m_hashed) {
        m_slots.insert(checksum64(text(m_hashed)), m_hashed);
    }
}

} // namespace playhead
