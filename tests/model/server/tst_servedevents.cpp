// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/events/eventfields.h"
#include "model/server/servedevents.h"

#include <QHash>
#include <QRegularExpression>
#include <QTest>

using namespace playhead;
using namespace Qt::StringLiterals;

class TestServedEvents : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }

    void findsWhatItHolds();
    void knowsThePreviousOfAnObject();
    void keepsNinetyDaysBeforeItsEnd();
    void hasNoEndWithoutEvents();
    void stopsWhenAsked();

private:
    ServedEvents served(ServedSource source) const
    {
        return ServedEvents::build(std::move(source), m_catalogue).value();
    }

    const TypeCatalogue m_catalogue = TypeCatalogue::load().value();
    const DemoPlan m_plan{7, 350, instantFromUs(1'795'420'800'000'000)};
    const std::vector<QByteArray> m_demo = makeDemoStream(m_plan);
};

namespace {

/// An event of `user` at the second `second`.
QByteArray eventOf(const QByteArray &id, int second, const QByteArray &user)
{
    return R"({"object":"event","id":")" + id
           + R"(","event":"user.updated","data":{"object":"user","id":")" + user
           + R"("},"created_at":"2026-11-01T00:00:)"
           + QByteArray::number(second).rightJustified(2, '0') + R"(Z"})";
}

} // namespace

void TestServedEvents::findsWhatItHolds()
{
    const ServedEvents events = served(bytesSource(m_demo));
    QHash<QByteArray, size_t> newestOfObject;
    QCOMPARE(events.size(), m_demo.size());
    for (size_t i = 0; i < events.size(); ++i) {
        const EventFields fields = decodeEvent(m_demo[i], m_catalogue)->fields;
        QCOMPARE(events.find(fields.id), std::optional(i));
        QCOMPARE(events.idOf(i), fields.id);
        QCOMPARE(events.row(i).createdAt, fields.createdAt);
        QCOMPARE(std::optional(events.row(i).type), events.typeNumber(fields.type));
        QCOMPARE(std::optional(events.row(i).organization),
                 fields.organizationId.isEmpty()
                     ? std::optional(0U)
                     : events.organizationNumber(fields.organizationId));
        const auto previous = newestOfObject.constFind(fields.objectKey);
        QCOMPARE(events.previousOfObject(i),
                 previous == newestOfObject.cend() ? std::nullopt : std::optional(*previous));
        if (!fields.objectKey.isEmpty()) {
            newestOfObject.insert(fields.objectKey, i);
        }
    }
    QVERIFY(!events.find("event_none"));
    QVERIFY(!events.organizationNumber(""));
    QVERIFY(events.typeNumber("vault.names.listed"));
    QCOMPARE(events.end(), std::optional(m_plan.end));
}

void TestServedEvents::knowsThePreviousOfAnObject()
{
    const std::vector<QByteArray> stream{
        eventOf("event_1", 1, "user_a"),
        eventOf("event_2", 2, "user_b"),
        eventOf("event_3", 3, "user_a"),
        R"({"id":"event_4","event":"no.object","data":{},"created_at":"2026-11-01T00:00:04Z"})",
        R"({"id":"event_5","event":"no.object","data":{},"created_at":"2026-11-01T00:00:05Z"})",
        eventOf("event_6", 6, "user_a")};
    const ServedEvents events = served(bytesSource(stream));
    const std::vector<std::optional<size_t>> previous{std::nullopt,
                                                      std::nullopt,
                                                      0,
                                                      std::nullopt,
                                                      std::nullopt,
                                                      2};
    for (size_t i = 0; i < previous.size(); ++i) {
        QCOMPARE(events.previousOfObject(i), previous[i]);
    }
}

void TestServedEvents::keepsNinetyDaysBeforeItsEnd()
{
    const ServedEvents events = served(bytesSource(m_demo));
    const Instant edge = m_plan.end - std::chrono::days(90);
    QCOMPARE(events.horizon(m_plan.end), edge);
    QCOMPARE(events.horizon(m_plan.end + std::chrono::seconds(61)), edge);
    QCOMPARE(events.horizon(m_plan.end + std::chrono::days(4000)), edge);
    // While the last part is still arriving.
    QCOMPARE(events.horizon(m_plan.end - std::chrono::days(3)), edge - std::chrono::days(3));
}

void TestServedEvents::hasNoEndWithoutEvents()
{
    const ServedEvents none = served(bytesSource({}));
    QVERIFY(!none.end());
    QVERIFY(none.isWhole());
    QVERIFY(!none.find("event_1"));
    QCOMPARE(none.firstNotBefore(m_plan.end), size_t(0));
    QCOMPARE(none.horizon(m_plan.end), m_plan.end - std::chrono::days(90));
}

void TestServedEvents::stopsWhenAsked()
{
    std::stop_source stop;
    QCOMPARE(makeDemoStream(m_plan, stop.get_token()), m_demo);
    stop.request_stop();
    QVERIFY(makeDemoStream(m_plan, stop.get_token()).empty());
    QVERIFY(demoSource(m_plan, stop.get_token()).events.empty());
    const auto built = ServedEvents::build(bytesSource(m_demo), m_catalogue, stop.get_token());
    QVERIFY(!built);
    QCOMPARE(built.error().code, ErrorCode::Cancelled);
}

QTEST_GUILESS_MAIN(TestServedEvents)
#include "tst_servedevents.moc"
