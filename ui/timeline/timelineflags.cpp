// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "ui/timeline/timelineflags.h"

#include <QCoreApplication>

#include <algorithm>
#include <optional>

namespace playhead {

namespace {

constexpr qreal kGap = 3; ///< Between labels.
constexpr qreal kHalfLine = 1;

using Group = QList<qsizetype>; ///< Flags that share a label.

qsizetype leaderOf(const Group &group, const QList<FlagPlace> &flags)
{
    const auto active = std::find_if(group.begin(), group.end(), [&flags](qsizetype i) {
        return flags[i].isActive;
    });
    return active != group.end() ? *active : group.first();
}

QString textOf(const Group &group, const QList<FlagPlace> &flags)
{
    const QString &name = flags[leaderOf(group, flags)].name;
    return group.size() == 1
               ? name
               : QCoreApplication::translate("Timeline", "%1 +%2").arg(name).arg(group.size() - 1);
}

/// Where a label of `width` may stand at its line, `free` being the first pixel of its right neighbour.
std::optional<QRectF> placeAt(qreal x, qreal width, qreal left, qreal right, qreal free)
{
    const qreal end = x + kHalfLine + width;
    if (end <= right && end + kGap <= free) {
        return QRectF(x + kHalfLine, 0, width, 1);
    }
    // The line itself must not run through the neighbour's label.
    if (x - kHalfLine - width >= left && x + kHalfLine + kGap <= free) {
        return QRectF(x - kHalfLine - width, 0, width, 1);
    }
    return std::nullopt;
}

} // namespace

QList<FlagLabel> layoutFlags(const QList<FlagPlace> &flags,
                             qreal left,
                             qreal right,
                             const std::function<qreal(const QString &text)> &widthOf)
{
    QList<Group> groups;
    for (qsizetype i = 0; i < flags.size(); ++i) {
        groups.append(Group{i});
    }
    const auto isFurther = [&flags](const Group &a, const Group &b) {
        return flags[leaderOf(a, flags)].x > flags[leaderOf(b, flags)].x;
    };
    std::stable_sort(groups.begin(), groups.end(), isFurther);

    // Each round either places every group or joins two of them, so there are at most as many rounds as flags.
    QList<FlagLabel> labels;
    for (qsizetype i = 0; i < groups.size();) {
        const Group &group = groups[i];
        const qsizetype leader = leaderOf(group, flags);
        const QString text = textOf(group, flags);
        const qreal x = flags[leader].x;
        const qreal width = std::min(widthOf(text), right - left);
        const qreal free = labels.isEmpty() ? right + kGap : labels.last().box.left();
        std::optional<QRectF> box = placeAt(x, width, left, right, free);
        if (!box && i == 0) {
            box = QRectF(std::clamp(x + kHalfLine, left, right - width), 0, width, 1);
        }
        if (box) {
            labels.append({leader, group, text, *box, box->center().x() < x});
            ++i;
            continue;
        }
        groups[i - 1] += group;
        groups.removeAt(i);
        std::stable_sort(groups.begin(), groups.end(), isFurther);
        labels.clear();
        i = 0;
    }
    return labels;
}

} // namespace playhead
