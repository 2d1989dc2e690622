// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/core/nearestword.h"

#include <algorithm>
#include <numeric>
#include <vector>

namespace playhead {

namespace {

/// Number of single-character edits between two short words (Levenshtein).
qsizetype editDistance(const QString &a, const QString &b)
{
    std::vector<qsizetype> row(static_cast<size_t>(b.size()) + 1);
    std::iota(row.begin(), row.end(), 0);
    for (qsizetype i = 0; i < a.size(); ++i) {
        qsizetype diagonal = row[0];
        row[0] = i + 1;
        for (qsizetype j = 0; j < b.size(); ++j) {
            const auto at = static_cast<size_t>(j);
            const qsizetype above = row[at + 1];
            row[at + 1] = std::min({above + 1, row[at] + 1, diagonal + (a[i] == b[j] ? 0 : 1)});
            diagonal = above;
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
