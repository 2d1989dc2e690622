// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/cursors/movewords.h"

#include "model/cursors/cursorage.h"

#include <QCoreApplication>
#include <QLocale>

namespace playhead {

namespace {

using namespace std::chrono_literals;

struct Unit
{
    Duration length;
    const char *words;
};

constexpr Unit kUnits[] = {{24h, QT_TRANSLATE_NOOP("MoveWords", "%1 d")},
                           {1h, QT_TRANSLATE_NOOP("MoveWords", "%1 h")},
                           {1min, QT_TRANSLATE_NOOP("MoveWords", "%1 min")},
                           {1s, QT_TRANSLATE_NOOP("MoveWords", "%1 s")}};

QString text(const char *words)
{
    return QCoreApplication::translate("MoveWords", words);
}

} // namespace

QString eventsWords(quint64 count)
{
    return count == 1 ? text("1 event") : text("%1 events").arg(QLocale().toString(count));
}

QString durationWords(Duration duration)
{
    if (duration < 1s) {
        return text("%1 ms").arg(duration.count() / 1000);
    }
    QStringList parts;
    for (const Unit &unit : kUnits) {
        if (const qint64 count = duration / unit.length; count > 0) {
            parts.append(text(unit.words).arg(count));
            duration %= unit.length;
        }
    }
    return parts.join(u' ');
}

QStringList beyondHorizonWords(const MovePlan &plan)
{
    if (!plan.isBeyondHorizon) {
        return {};
    }
    QStringList words;
    if (ageOf(plan.target, plan.horizon) == CursorAge::Lost) {
        words << text(QT_TRANSLATE_NOOP("MoveWords",
                                        "The new place is beyond the 90 days that WorkOS keeps, so "
                                        "the cursor is lost there."))
              << text(QT_TRANSLATE_NOOP("MoveWords",
                                        "The server refuses the next request after it; choose the "
                                        "oldest kept instead."));
    } else {
        words << text(QT_TRANSLATE_NOOP("MoveWords",
                                        "The new place is beyond the 90 days that WorkOS keeps."))
              << text(QT_TRANSLATE_NOOP("MoveWords",
                                        "What lies before them cannot be fetched again."));
    }
    if (plan.gone > 0) {
        words << text(QT_TRANSLATE_NOOP("MoveWords", "Stored here, older, and not read again: %1."))
                     .arg(eventsWords(plan.gone));
    }
    return words;
}

} // namespace playhead
