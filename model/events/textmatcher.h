// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArrayView>
#include <QString>

#include <memory>
#include <span>
#include <vector>

namespace playhead {

/// Finds a needle in JSON lines, without case and in every spelling of its characters. All usual spellings and the
/// escapes that could hide another one are looked for in one pass over the bytes; only a line that has such an escape
/// and none of the spellings is decoded. One thread at a time.
class TextMatcher
{
public:
    explicit TextMatcher(const QString &needle);
    ~TextMatcher();
    TextMatcher(const TextMatcher &) = delete;
    TextMatcher &operator=(const TextMatcher &) = delete;

    /// `block`: lines one behind the other, each followed by one line end but the last, which may lack it; `ends`: where
    /// each line ends, without its line end. Returns the numbers of the lines that hold the needle, ascending; valid
    /// until the next call.
    std::span<const quint32> find(QByteArrayView block, std::span<const quint32> ends);

    /// As `ends` of find() has them; ascending, and valid until the next call.
    struct ValueLines
    {
        std::span<const quint32> hits; ///< A string value of the line holds the needle.
        std::span<const quint32> doubtful; ///< Only reading the line from its beginning tells.
    };
    /// Lines that hold the needle in a string value, of valid JSON. Told from what stands around the places where it is
    /// found, where that tells it.
    ValueLines findInValues(QByteArrayView block, std::span<const quint32> ends);

private:
    struct Compiled;
    std::unique_ptr<Compiled> d;
};

} // namespace playhead
