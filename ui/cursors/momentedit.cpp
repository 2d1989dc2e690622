// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "ui/cursors/momentedit.h"

#include <QDateTimeEdit>

#include <chrono>

using namespace Qt::StringLiterals;

namespace playhead {

namespace {
qint64 msOf(Instant at)
{
    return std::chrono::floor<std::chrono::milliseconds>(at).time_since_epoch().count();
}
} // namespace

QDateTimeEdit *makeMomentEdit(Instant at, const QTimeZone &zone, QWidget *parent)
{
    auto *edit = new QDateTimeEdit(parent);
    edit->setTimeSpec(Qt::UTC);
    edit->setDisplayFormat(u"d MMM yyyy HH:mm:ss"_s);
    edit->setButtonSymbols(QAbstractSpinBox::NoButtons);
    setMoment(edit, at, zone);
    return edit;
}

Instant momentOf(const QDateTimeEdit *edit, const QTimeZone &zone)
{
    const QDateTime shown = edit->dateTime();
    return instantFromUs(QDateTime(shown.date(), shown.time(), zone).toMSecsSinceEpoch() * 1000);
}

void setMoment(QDateTimeEdit *edit, Instant at, const QTimeZone &zone)
{
    const QDateTime local = QDateTime::fromMSecsSinceEpoch(msOf(at), zone);
    edit->setDateTime(QDateTime(local.date(), local.time(), Qt::UTC));
}

} // namespace playhead
