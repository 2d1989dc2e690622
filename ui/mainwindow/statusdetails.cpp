// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "ui/mainwindow/statusdetails.h"

#include "model/api/timeranges.h"
#include "ui/mainwindow/messagewords.h"
#include "ui/shared/timetext.h"

#include <QCoreApplication>
#include <QDateTime>

namespace playhead {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto kEdge = 90s;
constexpr qsizetype kMostStretches = 6;

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(StatusDetails)
};

QString momentText(Instant at, const QTimeZone &zone)
{
    return QDateTime::fromMSecsSinceEpoch(toUs(at) / 1000, zone).toString(u"d MMM HH:mm"_s);
}

QString stretchText(const TimeRange &range, const QTimeZone &zone)
{
    return Text::tr("%1 to %2").arg(momentText(range.since, zone), momentText(range.until, zone));
}

QString stretchesText(const TimeRanges &ranges, const QTimeZone &zone)
{
    QStringList lines;
    for (const TimeRange &range : ranges) {
        if (lines.size() == kMostStretches) {
            lines << Text::tr("and %1 more").arg(numberText(ranges.size() - kMostStretches));
            break;
        }
        lines << stretchText(range, zone);
    }
    return lines.join(u'\n');
}

QString stateText(FetchState state)
{
    switch (state) {
    case FetchState::Running:
        return Text::tr("Reading");
    case FetchState::Waiting:
        return Text::tr("Waiting to go on");
    case FetchState::Stopped:
        return Text::tr("Stopped");
    case FetchState::Failed:
        return Text::tr("Failed");
    case FetchState::Done:
        return Text::tr("Done");
    case FetchState::Idle:
        break;
    }
    return {};
}

} // namespace

std::vector<TimeRange> stillOpen(const TimeRange &range, const std::vector<TimeRange> &covered)
{
    TimeRanges open;
    for (const TimeRange &gap : gapsIn(range, covered)) {
        const bool isAtEdge = gap.since == range.since || gap.until == range.until;
        if (!isAtEdge || gap.until - gap.since > kEdge) {
            open.push_back(gap);
        }
    }
    return open;
}

QList<StatusFact> coverageFacts(const TimeRange &range,
                                const std::vector<TimeRange> &covered,
                                const QTimeZone &zone)
{
    if (range.isEmpty()) {
        return {};
    }
    const TimeRanges open = stillOpen(range, covered);
    const TimeRanges complete = intersection({range}, covered);
    QList<StatusFact> facts = {
        {Text::tr("Range"),
         Text::tr("%1, %2").arg(stretchText(range, zone), zoneName(zone, range.until))}};
    if (open.empty()) {
        facts.append({Text::tr("Complete"), Text::tr("All of it")});
        facts.append({Text::tr("Still open"), Text::tr("Nothing")});
        return facts;
    }
    facts.append({Text::tr("Complete"),
                  complete.empty() ? Text::tr("Nothing yet") : stretchesText(complete, zone)});
    facts.append({Text::tr("Still open"), stretchesText(open, zone)});
    return facts;
}

StatusFact requestsFact(quint64 requests, quint64 retries)
{
    return {Text::tr("Requests"),
            retries == 0   ? numberText(requests)
            : retries == 1 ? Text::tr("%1, 1 of them a retry").arg(numberText(requests))
                           : Text::tr("%1, %2 of them retries")
                                 .arg(numberText(requests), numberText(retries))};
}

QList<StatusFact> readFacts(const FetchProgress &p, const QString &host, const QTimeZone &zone)
{
    if (p.state == FetchState::Idle) {
        return {};
    }
    QList<StatusFact> facts =
        {{Text::tr("Server"), host},
         {Text::tr("Last read"), stateText(p.state)},
         {Text::tr("Range"), stretchText(p.range, zone)},
         {Text::tr("Events"),
          Text::tr("%1 received, %2 of them new").arg(numberText(p.events), numberText(p.added))},
         requestsFact(p.requests, p.retries)};
    if (p.duplicates > 0) {
        facts.append({Text::tr("Received again"), eventsText(p.duplicates)});
    }
    facts.append({Text::tr("Started"), fullTimeText(p.startedAt, zone)});
    if (!p.isActive()) {
        const Duration length = p.endedAt - p.startedAt;
        facts.append(
            {Text::tr("Took"), length < 1s ? Text::tr("Less than 1 s") : durationText(length)});
    }
    if (p.state == FetchState::Failed) {
        facts.append({Text::tr("Reason"), p.error.message});
    }
    return facts;
}

} // namespace playhead
