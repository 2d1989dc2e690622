// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "tests/ui/uisupport.h"
#include "ui/cursors/minitimeline.h"
#include "ui/shared/theme.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace playhead {

namespace {

Instant at(const char *text)
{
    return *tryParseIsoInstant(text);
}

/// Ten bins of an hour, each with the same number of events of one family.
MovePlan planOf(MovePlan::Direction direction)
{
    MovePlan plan;
    plan.direction = direction;
    plan.cursor.position = FromTime{at("2026-11-23T09:00:00Z")};
    plan.target = FromTime{at("2026-11-23T05:00:00Z")};
    if (direction == MovePlan::Direction::Forward) {
        std::swap(plan.cursor.position, plan.target);
    }
    plan.around.range = {at("2026-11-23T00:00:00Z"), at("2026-11-23T10:00:00Z")};
    TimelineBins::Bin bin{};
    bin[size_t(Family::Users)] = 10;
    plan.around.bins.assign(10, bin);
    return plan;
}

/// A colour that the line of pixels at `y` has at `x`, seen on the bar in whose middle it lies.
QColor barColour(const QImage &picture, const MiniTimeline &timeline, const char *time)
{
    return picture.pixelColor(timeline.xOf(at(time)), 60);
}

} // namespace

class TestMiniTimeline : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
        applyTheme(ThemeChoice::Light);
    }
    void init() { QTest::failOnWarning(anyRealWarning()); }

    void onlyTheMovedStretchIsInFullColour()
    {
        for (const auto direction : {MovePlan::Direction::Back, MovePlan::Direction::Forward}) {
            MiniTimeline timeline(QTimeZone::utc(), at("2026-11-23T14:06:00Z"));
            timeline.resize(482, timeline.height());
            timeline.setPlan(planOf(direction));
            const QImage picture = grab(timeline, u"mini-timeline"_s);
            const QColor full = tokens().family[size_t(Family::Users)];
            QCOMPARE(barColour(picture, timeline, "2026-11-23T06:30:00Z"), full);
            QCOMPARE(barColour(picture, timeline, "2026-11-23T08:30:00Z"), full);
            QVERIFY(barColour(picture, timeline, "2026-11-23T03:30:00Z") != full);
            QVERIFY(barColour(picture, timeline, "2026-11-23T09:30:00Z") != full);
            // Above the bars the stretch has the selection's ground.
            const int y = 38;
            QCOMPARE(picture.pixelColor(timeline.xOf(at("2026-11-23T07:00:00Z")), y),
                     tokens().selection);
            QVERIFY(picture.pixelColor(timeline.xOf(at("2026-11-23T03:00:00Z")), y)
                    != tokens().selection);
            // The new place is a line of two pixels, wherever the cursor comes from.
            const int will = timeline.xOf(positionTime(planOf(direction).target));
            QCOMPARE(picture.pixelColor(will, y), tokens().accent);
            QCOMPARE(picture.pixelColor(will - 1, y), tokens().accent);
        }
    }

    void momentsOutsideStandAtTheEnds()
    {
        MiniTimeline timeline(QTimeZone::utc(), at("2026-11-23T14:06:00Z"));
        timeline.resize(482, timeline.height());
        timeline.setPlan(planOf(MovePlan::Direction::Back));
        QCOMPARE(timeline.xOf(Instant{}), timeline.xOf(at("2026-11-23T00:00:00Z")));
        QCOMPARE(timeline.xOf(at("2027-11-23T00:00:00Z")),
                 timeline.xOf(at("2026-11-23T10:00:00Z")));
        int before = -1;
        for (int hour = 0; hour <= 10; ++hour) {
            const int x = timeline.xOf(at("2026-11-23T00:00:00Z") + std::chrono::hours(hour));
            QVERIFY(x > before);
            before = x;
        }
    }

    void tellsItselfInWords()
    {
        MiniTimeline timeline(QTimeZone::utc(), at("2026-11-23T14:06:00Z"));
        timeline.setPlan(planOf(MovePlan::Direction::Back));
        QCOMPARE(timeline.accessibleDescription(), u"New place 05:00:00, now at 09:00:00"_s);
        timeline.setPlan(planOf(MovePlan::Direction::Nowhere));
        QCOMPARE(timeline.accessibleDescription(), u"Now at 09:00:00"_s);
    }

    void paintsWhateverThePlanIs()
    {
        MiniTimeline timeline(QTimeZone::utc(), at("2026-11-23T14:06:00Z"));
        grab(timeline, u"mini-empty"_s);
        MovePlan plan = planOf(MovePlan::Direction::Nowhere);
        plan.around.bins.assign(1, {});
        timeline.setPlan(plan);
        timeline.resize(40, timeline.height());
        grab(timeline, u"mini-narrow"_s);
        // A place before all that is shown: the label goes to the inner side.
        plan = planOf(MovePlan::Direction::Back);
        plan.target = FromTime{};
        timeline.resize(482, timeline.height());
        timeline.setPlan(plan);
        const QImage picture = grab(timeline, u"mini-left"_s);
        QCOMPARE(picture.pixelColor(timeline.xOf(Instant{}), 38), tokens().accent);
    }
};

} // namespace playhead

QTEST_MAIN(playhead::TestMiniTimeline)
#include "tst_minitimeline.moc"
