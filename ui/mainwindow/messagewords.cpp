// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "ui/mainwindow/messagewords.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

namespace playhead {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(MessageWords)
};

} // namespace

QString numberText(quint64 n)
{
    return QLocale().toString(n);
}

QString eventsText(quint64 n)
{
    return n == 1 ? Text::tr("1 event") : Text::tr("%1 events").arg(numberText(n));
}

QString requestsText(quint64 n)
{
    return n == 1 ? Text::tr("1 request") : Text::tr("%1 requests").arg(numberText(n));
}

QString keptText(quint32 loaded)
{
    if (loaded == 0) {
        return {};
    }
    return loaded == 1
               ? Text::tr("The event already loaded stays here.")
               : Text::tr("The %1 events already loaded stay here.").arg(numberText(loaded));
}

QString minuteText(Instant at, const FetchSituation &situation)
{
    const auto toLocal = [&situation](Instant t) {
        return QDateTime::fromMSecsSinceEpoch(toUs(t) / 1000, situation.zone);
    };
    const QDateTime moment = toLocal(at);
    const bool isToday = moment.date() == toLocal(situation.now).date();
    return moment.toString(isToday ? u"HH:mm"_s : u"d MMM HH:mm"_s);
}

QString agoText(Instant at, Instant now)
{
    const Duration age = now - at;
    if (age < 1min) {
        return Text::tr("just now");
    }
    if (age < 1h) {
        const auto minutes = std::chrono::floor<std::chrono::minutes>(age).count();
        return minutes == 1 ? Text::tr("1 minute ago") : Text::tr("%1 minutes ago").arg(minutes);
    }
    if (age < 24h) {
        const auto hours = std::chrono::floor<std::chrono::hours>(age).count();
        return hours == 1 ? Text::tr("1 hour ago") : Text::tr("%1 hours ago").arg(hours);
    }
    const auto days = std::chrono::floor<std::chrono::days>(age).count();
    return days == 1 ? Text::tr("1 day ago") : Text::tr("%1 days ago").arg(days);
}

MessageChoice messageChoice(const char *id, const QString &text, const QString &iconName)
{
    return {QString::fromLatin1(id), text, iconName};
}

} // namespace playhead
