// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "tests/ui/timeline/madeupevents.h"
#include "tests/ui/uisupport.h"
#include "ui/timeline/timeline.h"
#include "ui/timeline/timelinepainting.h"
#include "ui/timeline/timelinescale.h"

#include <QSignalSpy>

namespace playhead {

/// The moment at which the mocks were drawn.
constexpr Instant kMockNow = std::chrono::sys_days(std::chrono::year(2026) / 11 / 23)
                             + std::chrono::hours(14) + std::chrono::minutes(6);

/// A moment of the mocks' day, 23 November.
constexpr Instant onMockDay(int hour, int minute)
{
    return std::chrono::sys_days(std::chrono::year(2026) / 11 / 23) + std::chrono::hours(hour)
           + std::chrono::minutes(minute);
}

/// A shown timeline over the mocks' 24 hours, in UTC, without brush and flags.
struct TimelineStand
{
    explicit TimelineStand(QSize size = {1208, 127})
    {
        events.addDay(onMockDay(14, 0) - std::chrono::hours(24));
        timeline.setSource(events.source());
        timeline.setTimeZone(QTimeZone::utc());
        timeline.setRange({kMockNow - std::chrono::hours(24), kMockNow});
        timeline.setNow(kMockNow);
        timeline.resize(size);
        timeline.show();
        static_cast<void>(QTest::qWaitForWindowActive(&timeline));
        timeline.clearFocus(); // It is the window's only widget, so it got the focus.
    }

    void addMockFlags()
    {
        timeline.setFlags(
            {{3, QStringLiteral("audit-archive"), onMockDay(14, 0) - std::chrono::hours(26)},
             {2, QStringLiteral("crm-mirror"), onMockDay(10, 41)},
             {1, QStringLiteral("billing-sync"), onMockDay(13, 56), true}});
    }

    TimelineFrame frame() const { return TimelineFrame(QSizeF(timeline.size())); }

    /// At 24 hours, whole bins are shown: 14:00 to 14:10.
    TimelineScale scale() const
    {
        const QRectF plot = frame().plot;
        return {{onMockDay(14, 0) - std::chrono::hours(24), onMockDay(14, 10)},
                plot.left(),
                plot.width()};
    }

    /// A place in the lower part of the plot.
    QPoint placeOf(Instant at) const
    {
        return {qRound(scale().xOf(at)), qRound(frame().plot.bottom()) - 4};
    }

    void drag(QPoint from, QPoint to)
    {
        QTest::mousePress(&timeline, Qt::LeftButton, {}, from);
        QTest::mouseMove(&timeline, (from + to) / 2);
        QTest::mouseMove(&timeline, to);
        QTest::mouseRelease(&timeline, Qt::LeftButton, {}, to);
    }

    MadeUpEvents events;
    Timeline timeline;
};

} // namespace playhead
