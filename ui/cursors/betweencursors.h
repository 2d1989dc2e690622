// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QMetaType>
#include <QString>
#include <QStringList>

#include <functional>
#include <optional>

class QMenu;

namespace playhead {

class EventTableModel;

/// Two cursors of the environment and what lies between them: behind the earlier one, up to and with the later one
/// (semantics 21).
struct CursorSpan
{
    QString earlier; ///< A name, as `later`.
    QString later;

    bool operator==(const CursorSpan &) const = default;
};

/// The two in stream order, by the table's marks; the first named one is the earlier of two at the same place. Empty when
/// the place of one is not known (yet).
std::optional<CursorSpan> spanOf(const QString &a, const QString &b, const EventTableModel &events);

/// `cursor>billing-sync cursor<=crm-mirror`, with quotes where a name needs them.
QString filterOf(const CursorSpan &span);

/// Fills a menu with the cursors that `cursor` has something between with; `chosen` gets the filter. A menu without
/// entries is disabled.
void fillBetweenMenu(QMenu *menu,
                     const QString &cursor,
                     const QStringList &others,
                     const EventTableModel &events,
                     const std::function<void(const QString &filter)> &chosen);

} // namespace playhead

Q_DECLARE_METATYPE(playhead::CursorSpan)
