// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArrayView>
#include <QString>

#include <array>
#include <span>
#include <vector>

namespace playhead {

/// Finds the JSON lines with an escape that could hide a character of a needle in a spelling that is not usual. Immutable;
/// any thread.
class EscapeScan
{
public:
    explicit EscapeScan(const QString &needle);

    /// Adds the numbers of such lines to `suspects`, ascending, but for those in `known`, which is ascending. `block` and
    /// `ends` as TextMatcher::find() has them.
    void find(QByteArrayView block,
              std::span<const quint32> ends,
              std::span<const quint32> known,
              std::vector<quint32> &suspects) const;

private:
    bool mayHide(const char *backslash, const char *end) const;

    std::vector<char16_t> m_units; ///< That count when they are written as `\uXXXX`; sorted.
    std::array<bool, 256> m_letters{}; ///< By the letter of a short escape.
};

} // namespace playhead
