// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "tests/model/cursors/recoverysupport.h"

#include <QRandomGenerator>
#include <QRegularExpression>
#include <QSet>

#include <algorithm>

using namespace playhead;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// A consumer that follows its cursor and is careful by `updated_at`; it stops anywhere and loses its cursor.
struct Consumer
{
    Cursor scope;
    std::vector<PlannedEvent> processed; ///< In its order.
    QHash<QByteArray, Instant> versions; ///< Of objects, as it stores them.

    void process(const PlannedEvent &event)
    {
        processed.push_back(event);
        const auto known = versions.constFind(event.object);
        if (known == versions.cend() || *event.updatedAt > *known) {
            versions.insert(event.object, *event.updatedAt);
        }
    }
};

/// Reads every ten seconds what is visible behind its cursor, as one that polls the list does, and stops at `stop`.
void follow(Consumer &consumer,
            const ServedStage &stage,
            const QSet<QByteArray> &late,
            Instant stop)
{
    size_t cursor = 0; // number of events behind it
    for (Instant now = stage.planned.front().createdAt; now <= stop; now += 10s) {
        for (size_t index = cursor; index < stage.planned.size(); ++index) {
            const PlannedEvent &event = stage.planned[index];
            const Duration hidden = late.contains(event.id) ? Duration(40s) : Duration(0);
            if (event.createdAt + hidden <= now) {
                cursor = index + 1;
                if (isOwn(event, consumer.scope)) {
                    consumer.process(event);
                }
            }
        }
    }
}

QString logOf(const Consumer &consumer, QRandomGenerator &random)
{
    // Its last lines, not in order, as workers write them.
    const size_t lines = 1 + size_t(random.bounded(12));
    std::vector<QString> log;
    for (size_t i = 0; i < std::min(lines, consumer.processed.size()); ++i) {
        const QString id = QString::fromLatin1(
            consumer.processed[consumer.processed.size() - 1 - i].id);
        switch (random.bounded(4)) {
        case 0:
            log.push_back(u"2026-11-23 12:04:05,120 INFO worker-3 done "_s + id + u" in 12 ms"_s);
            break;
        case 1:
            log.push_back(u"{\"level\":\"info\",\"event_id\":\""_s + id + u"\",\"ok\":true}"_s);
            break;
        case 2:
            log.push_back(u"GET /events?limit=100&after%3D"_s + id + u"%26order%3Dasc 200"_s);
            break;
        default:
            log.push_back(u"saved cursor="_s + id.toLower() + u'.');
        }
    }
    std::shuffle(log.begin(), log.end(), random);
    QString text;
    for (const QString &line : log) {
        text += line + u'\n';
    }
    return text;
}

enum class Way {
    Text,
    Object,
    Time,
    Place,
    Oldest
};

RecoveryWay wayOf(Way way, const Consumer &consumer, QRandomGenerator &random)
{
    const PlannedEvent &last = consumer.processed.back();
    switch (way) {
    case Way::Text:
        return RecoverFromText{logOf(consumer, random)};
    case Way::Object: {
        // The newest of some of its rows.
        const PlannedEvent &event =
            consumer.processed[consumer.processed.size() - 1
                               - size_t(random.bounded(
                                   int(std::min<size_t>(5, consumer.processed.size()))))];
        return RecoverFromObject{event.object, consumer.versions.value(event.object)};
    }
    case Way::Time:
        return RecoverFromTime{last.createdAt + 1ms};
    case Way::Place:
        return RecoverFromPlace{{AfterEvent{EventId(last.id), last.createdAt},
                                 u"saved"_s,
                                 last.createdAt,
                                 ToPlace::Of::SavedPlace}};
    case Way::Oldest:
        break;
    }
    return RecoverFromOldest{};
}

/// What a read from the position brings.
std::vector<PlannedEvent> deliveredFrom(const CursorPosition &position,
                                        const ServedStage &stage,
                                        const Cursor &scope)
{
    std::vector<PlannedEvent> delivered;
    const auto *after = std::get_if<AfterEvent>(&position);
    bool isBehind = after == nullptr;
    for (const PlannedEvent &event : stage.planned) {
        const bool isInside = after != nullptr ? isBehind
                                               : event.createdAt >= positionTime(position);
        if (isInside && isOwn(event, scope)) {
            delivered.push_back(event);
        }
        isBehind = isBehind || event.id == after->id.value;
    }
    return delivered;
}

QSet<QByteArray> idsOf(const std::vector<PlannedEvent> &events)
{
    QSet<QByteArray> ids;
    for (const PlannedEvent &event : events) {
        ids.insert(event.id);
    }
    return ids;
}

} // namespace

/// A consumer whose cursor was thrown away goes on with 0 lost events, and no more than the overlap comes again.
class TestRandomRecoveries : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }
    void nothingIsLost_data();
    void nothingIsLost();

private:
    void judge(const ServedStage &stage, const Consumer &consumer, const RecoveryPlan &plan);
    int m_lateBrought = 0; ///< Events that the consumer had never seen, behind what it knew.
};

void TestRandomRecoveries::nothingIsLost_data()
{
    QTest::addColumn<Way>("way");
    QTest::addColumn<bool>("isHeldBack");
    QTest::newRow("from its log") << Way::Text << false;
    QTest::newRow("from an object") << Way::Object << false;
    QTest::newRow("from a time") << Way::Time << false;
    QTest::newRow("from a place") << Way::Place << false;
    QTest::newRow("from the oldest") << Way::Oldest << false;
    QTest::newRow("from its log, with late events") << Way::Text << true;
    QTest::newRow("from an object, with late events") << Way::Object << true;
    QTest::newRow("from a time, with late events") << Way::Time << true;
    QTest::newRow("from a place, with late events") << Way::Place << true;
}

void TestRandomRecoveries::judge(const ServedStage &stage,
                                 const Consumer &consumer,
                                 const RecoveryPlan &plan)
{
    const QSet<QByteArray> processed = idsOf(consumer.processed);
    const std::vector<PlannedEvent> delivered = deliveredFrom(plan.move.target,
                                                              stage,
                                                              consumer.scope);
    const QSet<QByteArray> again = idsOf(delivered);
    const Duration overlap = plan.request.overlap;
    const std::optional<ProcessedEvent> &known = plan.processed;
    quint64 upToKnown = 0;
    bool isPastKnown = false;
    for (const PlannedEvent &event : stage.planned) {
        if (!isOwn(event, consumer.scope)) {
            continue;
        }
        // What became visible longer ago than the overlap was lost before the cursor was.
        const bool isInReach = !known || event.createdAt >= known->createdAt - overlap;
        const bool isProcessed = processed.contains(event.id);
        if (isInReach) {
            QVERIFY2(isProcessed || again.contains(event.id), event.id.constData());
        }
        if (known && again.contains(event.id)) {
            QVERIFY2(event.createdAt >= known->createdAt - overlap, event.id.constData());
            upToKnown += isPastKnown ? 0 : 1;
            m_lateBrought += !isProcessed && !isPastKnown ? 1 : 0;
        }
        isPastKnown = isPastKnown || (known && event.id == known->id.value);
    }
    if (known) {
        QVERIFY(plan.isProven);
        // The last event before a time may be one that the consumer never saw, as it came late.
        QVERIFY(processed.contains(known->id.value)
                || std::holds_alternative<RecoverFromTime>(plan.request.way));
        QVERIFY(again.contains(known->id.value));
        QVERIFY(!plan.isAgainAtLeast);
        QCOMPARE(plan.again, upToKnown);
    }
}

void TestRandomRecoveries::nothingIsLost()
{
    QFETCH(const Way, way);
    QFETCH(const bool, isHeldBack);
    m_lateBrought = 0;
    int proven = 0;
    const quint32 first = qEnvironmentVariableIntValue("PLAYHEAD_FIRST_SEED");
    const quint32 rounds = qEnvironmentVariableIsSet("PLAYHEAD_ROUNDS")
                               ? quint32(qEnvironmentVariableIntValue("PLAYHEAD_ROUNDS"))
                               : 8;
    for (quint32 seed = first + 1; seed <= first + rounds; ++seed) {
        const QByteArray told = "seed " + QByteArray::number(seed);
        QRandomGenerator random(seed);
        // The server fails now and then; what is late, is late for everyone.
        FaultPlan faults;
        faults.seed = seed;
        faults.set(faultSetting(FaultKind::Error503, 0.1));
        faults.set(faultSetting(FaultKind::Cut, 0.05));
        ServedStage stage(randomEvents(seed, 600, kRecoveryStart, 4000), faults);
        QVERIFY2(stage.open(1 + int(seed % 4)), told.constData());
        Consumer consumer;
        consumer.scope.types = seed % 3 == 0
                                   ? QList<QByteArray>{"dsync.user.created", "dsync.user.updated"}
                                   : QList<QByteArray>();
        consumer.scope.organization = OrganizationId(seed % 4 == 0 ? "org_1" : "");
        QSet<QByteArray> late;
        for (const PlannedEvent &event : stage.planned) {
            if (isHeldBack && random.bounded(20) == 0) {
                late.insert(event.id);
            }
        }
        const Duration whole = stage.planned.back().createdAt - kRecoveryStart;
        follow(consumer,
               stage,
               late,
               kRecoveryStart + 30s + Duration(random.bounded(qint64((whole - 30s).count()))));
        if (consumer.processed.empty()) {
            continue;
        }
        // Of a part of the stream it is known already.
        if (random.bounded(2) == 0) {
            QVERIFY2(stage.fetch(consumer.scope,
                                 kRecoveryStart + Duration(random.bounded(qint64(whole.count())))),
                     told.constData());
        }
        RecoveryRequest request;
        request.cursor = consumer.scope;
        request.overlap = std::chrono::minutes(1 + random.bounded(5));
        request.way = wayOf(way, consumer, random);
        const Result<RecoveryPlan> plan = recover(stage, request);
        if (!plan) {
            QFAIL((told + ": " + plan.error().message.toUtf8()).constData());
        }
        judge(stage, consumer, *plan);
        if (QTest::currentTestFailed()) {
            qInfo("%s", told.constData());
            return;
        }
        proven += plan->isProven ? 1 : 0;
    }
    QCOMPARE(proven > 0, way != Way::Oldest);
    QCOMPARE(m_lateBrought > 0, isHeldBack);
}

QTEST_GUILESS_MAIN(TestRandomRecoveries)
#include "tst_randomrecoveries.moc"
