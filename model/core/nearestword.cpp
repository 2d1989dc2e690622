// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/core/nearestword.h"

#include <algorithm>
#include <numeric>
#include <utility>
#include <vector>

namespace playhead {

namespace {

/// Number of edits between two short words: a letter more, less or another one, or two neighbours swapped (optimal string
/// alignment).
qsizetype editDistance(const QString &a, const QString &b)
{
    std::vector<qsizetype> row(static_cast<size_t>(b.size()) + 1);
    std::iota(row.begin(), row.end(), 0);
    std::vector<qsizetype> previous;
    std::vector<qsizetype> beforePrevious;
    for (qsizetype i = 0; i < a.size(); ++i) {
        beforePrevious = std::exchange(previous, row);
        row[0] = i + 1;
        for (qsizetype j = 0; j < b.size(); ++j) {
            const auto at = static_cast<size_t>(j);
            row[at + 1] = std::min(
                {previous[at + 1] + 1, row[at] + 1, previous[at] + (a[i] == b[j] ? 0 : 1)});
            if (i > 0 && j > 0 && a[i] == b[j - 1] && a[i - 1] == b[j]) {
                row[at + 1] = std::min(row[at + 1], beforePrevious[at - 1] + 1);
            }
        }
    }
    return row.back();
}

} // namespace

QString nearestWord(const QString &given, const QStringList &candidates)
{
    const qsizetype most = std::max<qsizetype>(1, given.size() / 3);
    QString nearest;
    qsizetype distance = most + 1;
    for (const QString &candidate : candidates) {
        const qsizetype edits = editDistance(given, candidate);
        if (edits < distance) {
            distance = edits;
            nearest = candidate;
        }
    }
    return nearest;
}

} // namespace playhead
