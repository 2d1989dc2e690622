// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "tests/model/events/madeevents.h"
#include "tests/model/events/plainfreshness.h"

#include <QRandomGenerator>
#include <QRegularExpression>
#include <QTest>

using namespace playhead;
using namespace Qt::StringLiterals;

namespace {

using Reason = FreshnessReason;
using Action = ExpectedAction;

/// The members of an object with a version, `version` minutes after the hour; negative = without one.
QByteArray user(const QByteArray &id, int version)
{
    QByteArray data = "\"object\":\"directory_user\",\"id\":\"" + id + '"';
    if (version >= 0) {
        data += ",\"updated_at\":\"2026-11-20T10:"
                + QByteArray::number(version).rightJustified(2, '0') + ":00.000Z\"";
    }
    return data;
}

/// An event of one object, as it stands in the tables below.
struct Told
{
    const char *type;
    int version;
    Action action;
    Reason reason;
};

void judgeAll(Freshness &freshness, const EventSnapshot &events, quint32 rows = 1000)
{
    while (!freshness.extend(events, rows)) {
    }
}

void compare(Freshness &freshness, const EventSnapshot &events, const TypeCatalogue &catalogue)
{
    const std::vector<PlainVerdict> plain = plainFreshness(events, catalogue);
    for (EventRow row = 0; row < events.rowCount(); ++row) {
        const QByteArray raw = events.raw(row).toByteArray();
        QVERIFY2(freshness.verdict(events, row) == plain[row].verdict, raw.constData());
        QCOMPARE(freshness.isStale(row), plain[row].verdict.expected == Action::SkipStale);
        QVERIFY2(freshness.isDuplicate(row) == plain[row].isDuplicate, raw.constData());
    }
}

/// An event of few objects, types and versions, so that every rule meets every other.
void addRandom(MadeStore &store, QRandomGenerator &random)
{
    static constexpr const char *kTypes[] = {"dsync.user.created",
                                             "dsync.user.updated",
                                             "dsync.user.updated",
                                             "dsync.user.deleted",
                                             "session.revoked",
                                             "some.new.deleted",
                                             "some.new.thing"};
    const QByteArray id = "x" + QByteArray::number(random.bounded(4));
    const int at = random.bounded(1000);
    if (random.bounded(5) == 0) {
        store.add(
            at,
            random.bounded(2) == 0 ? "dsync.group.user_added" : "dsync.group.user_removed",
            "\"group\":{\"id\":\"g1\",\"updated_at\":\"2026-11-20T10:00:00Z\"},\"user\":{\"id\":\""
                + id + "\"},\"updated_at\":\"2026-11-20T10:00:00Z\"");
    } else if (random.bounded(10) == 0) {
        store.add(at, "user.created", "\"name\":\"nobody\"");
    } else {
        store.add(at, kTypes[random.bounded(7)], user(id, random.bounded(7) - 1));
    }
}

} // namespace

class TestFreshness : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }

    void theRulesByName_data();
    void theRulesByName();
    void instantsAreComparedNotTexts();
    void membersAreNeverStale();
    void rolesGoByOrganizationAndSlug();
    void duplicatesAreTheSameTypeObjectAndVersion();
    void streamOrderDecides();
    void lateArrivalsTellWhatTheyChange();
    void agreesWithThePlainModel();
    void stepsAreSmall();
};

void TestFreshness::theRulesByName_data()
{
    QTest::addColumn<std::vector<Told>>("events");
    const auto row = [](const char *name, std::vector<Told> events) {
        QTest::newRow(name) << std::move(events);
    };
    const char *created = "dsync.user.created";
    const char *updated = "dsync.user.updated";
    const char *deleted = "dsync.user.deleted";
    row("single", {{created, 1, Action::Apply, Reason::First}});
    row("single without version", {{created, -1, Action::Apply, Reason::NoVersion}});
    row("newer",
        {{created, 1, Action::Apply, Reason::First}, {updated, 2, Action::Apply, Reason::Newer}});
    row("same",
        {{created, 1, Action::Apply, Reason::First},
         {updated, 1, Action::SkipStale, Reason::Same}});
    row("older than the last applied",
        {{created, 3, Action::Apply, Reason::First},
         {updated, 1, Action::SkipStale, Reason::Older},
         {updated, 2, Action::SkipStale, Reason::Older},
         {updated, 4, Action::Apply, Reason::Newer}});
    row("without version in between",
        {{created, 3, Action::Apply, Reason::First},
         {updated, -1, Action::Apply, Reason::NoVersion},
         {updated, 3, Action::SkipStale, Reason::Same}});
    row("first version after none",
        {{created, -1, Action::Apply, Reason::NoVersion},
         {updated, 3, Action::Apply, Reason::First}});
    row("delete at the same time",
        {{created, 3, Action::Apply, Reason::First},
         {deleted, 3, Action::Apply, Reason::Same},
         {deleted, 3, Action::SkipStale, Reason::Same},
         {updated, 3, Action::SkipStale, Reason::Same}});
    row("older delete",
        {{created, 3, Action::Apply, Reason::First},
         {deleted, 2, Action::SkipStale, Reason::Older},
         {updated, 4, Action::Apply, Reason::Newer}});
    row("behind a tombstone",
        {{created, 1, Action::Apply, Reason::First},
         {deleted, 5, Action::Apply, Reason::Newer},
         {updated, 4, Action::SkipStale, Reason::Older},
         {updated, 5, Action::SkipStale, Reason::Same},
         {updated, 6, Action::Apply, Reason::AfterDelete},
         {updated, 7, Action::Apply, Reason::Newer}});
    row("behind a tombstone without version",
        {{deleted, 5, Action::Apply, Reason::First},
         {updated, -1, Action::Apply, Reason::AfterDelete},
         {updated, 5, Action::SkipStale, Reason::Same}});
    row("delete without version",
        {{created, 5, Action::Apply, Reason::First},
         {deleted, -1, Action::Apply, Reason::NoVersion},
         {updated, 5, Action::SkipStale, Reason::Same},
         {updated, 6, Action::Apply, Reason::AfterDelete}});
}

void TestFreshness::theRulesByName()
{
    QFETCH(std::vector<Told>, events);
    MadeStore store;
    Freshness atOnce(store.catalogue());
    Freshness oneByOne(store.catalogue());
    int ms = 0;
    for (const Told &told : events) {
        store.add(ms++, told.type, user("du_1", told.version));
        judgeAll(oneByOne, store.snapshot());
    }
    judgeAll(atOnce, store.snapshot());
    QVERIFY(oneByOne.takeChanged().empty());
    for (EventRow row = 0; row < events.size(); ++row) {
        const FreshnessVerdict expected{events[row].action, events[row].reason};
        QCOMPARE(atOnce.verdict(store.snapshot(), row), expected);
        QCOMPARE(oneByOne.verdict(store.snapshot(), row), expected);
    }
    compare(atOnce, store.snapshot(), store.catalogue());
}

void TestFreshness::instantsAreComparedNotTexts()
{
    MadeStore store;
    store.add(0,
              "user.created",
              "\"object\":\"user\",\"id\":\"u\",\"updated_at\":\"2026-11-20T10:00:00Z\"");
    store.add(1,
              "user.updated",
              "\"object\":\"user\",\"id\":\"u\",\"updated_at\":\"2026-11-20T10:00:00.000Z\"");
    store.add(2,
              "user.updated",
              "\"object\":\"user\",\"id\":\"u\",\"updated_at\":\"2026-11-20T12:30:00+02:00\"");
    store.add(3, "user.updated", "\"object\":\"user\",\"id\":\"u\",\"updated_at\":\"when?\"");
    Freshness freshness(store.catalogue());
    judgeAll(freshness, store.snapshot());
    const Reason reasons[] = {Reason::First, Reason::Same, Reason::Newer, Reason::NoVersion};
    for (EventRow row = 0; row < 4; ++row) {
        QCOMPARE(freshness.verdict(store.snapshot(), row).reason, reasons[row]);
    }
}

void TestFreshness::membersAreNeverStale()
{
    MadeStore store;
    const auto member = [&store](int ms, const char *type, int version) {
        store.add(ms,
                  type,
                  "\"group\":{\"id\":\"g\"},\"user\":{\"id\":\"u\",\"updated_at\":\"2026-11-20T10:0"
                      + QByteArray::number(version)
                      + ":00Z\"},\"updated_at\":\"2026-11-20T10:00:00Z\"");
    };
    member(0, "dsync.group.user_added", 5);
    member(1, "dsync.group.user_added", 4);
    member(2, "dsync.group.user_removed", 4);
    member(3, "dsync.group.user_added", 4);
    Freshness freshness(store.catalogue());
    judgeAll(freshness, store.snapshot());
    const Reason reasons[] = {Reason::NoVersion,
                              Reason::NoVersion,
                              Reason::NoVersion,
                              Reason::AfterDelete};
    for (EventRow row = 0; row < 4; ++row) {
        QVERIFY(!freshness.isStale(row));
        QVERIFY(!freshness.isDuplicate(row));
        QCOMPARE(freshness.verdict(store.snapshot(), row).reason, reasons[row]);
    }
}

void TestFreshness::rolesGoByOrganizationAndSlug()
{
    MadeStore store;
    const auto role = [&store](int ms, const QByteArray &organization) {
        store.add(ms,
                  "organization_role.updated",
                  "\"object\":\"organization_role\",\"organization_id\":\"" + organization
                      + "\",\"slug\":\"admin\",\"updated_at\":\"2026-11-20T10:00:00Z\"");
    };
    role(0, "org_1");
    role(1, "org_2");
    role(2, "org_1");
    Freshness freshness(store.catalogue());
    judgeAll(freshness, store.snapshot());
    QVERIFY(!freshness.isStale(0));
    QVERIFY(!freshness.isStale(1));
    QVERIFY(freshness.isStale(2));
}

void TestFreshness::duplicatesAreTheSameTypeObjectAndVersion()
{
    MadeStore store;
    store.add(0, "dsync.user.updated", user("du_1", 5));
    store.add(1, "dsync.user.created", user("du_1", 5)); // another type
    store.add(2, "dsync.user.updated", user("du_2", 5)); // another object
    store.add(3, "dsync.user.updated", user("du_1", 6)); // another version
    store.add(4, "dsync.user.updated", user("du_1", 5)); // the first one again
    store.add(5, "dsync.user.updated", user("du_1", -1));
    store.add(6, "dsync.user.updated", user("du_1", -1)); // both must have a version
    Freshness freshness(store.catalogue());
    judgeAll(freshness, store.snapshot());
    for (EventRow row = 0; row < 7; ++row) {
        QCOMPARE(freshness.isDuplicate(row), row == 4);
    }
    // Another id: stale, not a duplicate to be skipped (semantics 25).
    QCOMPARE(freshness.verdict(store.snapshot(), 4),
             (FreshnessVerdict{Action::SkipStale, Reason::Older}));
}

void TestFreshness::streamOrderDecides()
{
    MadeStore store;
    store.add(10, "dsync.user.updated", user("du_1", 5));
    store.add(5, "dsync.user.updated", user("du_1", 6));
    Freshness freshness(store.catalogue());
    judgeAll(freshness, store.snapshot());
    QVERIFY(freshness.isStale(0));
    QVERIFY(!freshness.isStale(1));
}

void TestFreshness::lateArrivalsTellWhatTheyChange()
{
    MadeStore store;
    store.add(10, "dsync.user.updated", user("du_1", 5));
    store.add(11, "dsync.user.updated", user("du_2", 5));
    store.add(20, "dsync.user.updated", user("du_1", 7));
    Freshness freshness(store.catalogue());
    judgeAll(freshness, store.snapshot());
    QVERIFY(freshness.takeChanged().empty());
    store.add(5, "dsync.user.updated", user("du_1", 5));
    store.add(6, "dsync.user.updated", user("du_2", 4));
    judgeAll(freshness, store.snapshot());
    QCOMPARE(freshness.takeChanged(), std::vector<EventRow>{0});
    QVERIFY(freshness.isStale(0));
    QVERIFY(freshness.isDuplicate(0));
    QVERIFY(!freshness.isStale(3));
    compare(freshness, store.snapshot(), store.catalogue());
}

void TestFreshness::agreesWithThePlainModel()
{
    QRandomGenerator random(5);
    for (int round = 0; round < 25; ++round) {
        MadeStore store;
        Freshness freshness(store.catalogue());
        std::vector<quint8> known;
        for (int page = 0; page < 6; ++page) {
            for (int count = random.bounded(12); count > 0; --count) {
                addRandom(store, random);
            }
            const EventSnapshot events = store.snapshot();
            if (random.bounded(3) == 0) {
                freshness.extend(events, 2); // overtaken by the next page
                continue;
            }
            judgeAll(freshness, events, 1 + quint32(random.bounded(20)));
            compare(freshness, events, store.catalogue());
            // Every change of what was told is told.
            const std::vector<EventRow> changed = freshness.takeChanged();
            for (EventRow row = 0; row < events.rowCount(); ++row) {
                const quint8 now = quint8(freshness.isStale(row)) << 1
                                   | quint8(freshness.isDuplicate(row));
                if (row >= known.size()) {
                    known.push_back(now);
                }
                const bool isTold = std::find(changed.begin(), changed.end(), row) != changed.end();
                QVERIFY(now == known[row] || isTold);
                known[row] = now;
            }
        }
    }
}

void TestFreshness::stepsAreSmall()
{
    MadeStore store;
    for (int i = 0; i < 100; ++i) {
        store.add(i, "dsync.user.updated", user("du_" + QByteArray::number(i / 2), i % 50));
    }
    Freshness freshness(store.catalogue());
    int steps = 1;
    while (!freshness.extend(store.snapshot(), 10)) {
        ++steps;
        QVERIFY(freshness.progress() <= 100);
    }
    QVERIFY2(steps >= 15, qPrintable(QString::number(steps)));
    QCOMPARE(freshness.progress(), 100u);
}

QTEST_GUILESS_MAIN(TestFreshness)
#include "tst_freshness.moc"
