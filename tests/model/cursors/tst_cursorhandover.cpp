// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/cursors/cursorhandover.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QTest>

using namespace playhead;
using namespace Qt::StringLiterals;

namespace {

const Instant kNow = tryParseIsoInstant("2026-11-25T16:00:00Z").value();

Cursor atEvent()
{
    Cursor cursor;
    cursor.name = u"billing-sync"_s;
    cursor.note = u"nightly"_s;
    cursor.position = AfterEvent{EventId("event_01J9"), kNow - std::chrono::hours(2)};
    cursor.types = {"dsync.user.created", "user.created"};
    cursor.organization = OrganizationId("org_01");
    cursor.changedAt = kNow;
    return cursor;
}

Cursor fromTime(Instant time)
{
    Cursor cursor = atEvent();
    cursor.position = FromTime{time};
    return cursor;
}

HandOverFrom workOs()
{
    return {u"Acme EU"_s, QUrl(u"https://api.workos.com"_s), kNow};
}

} // namespace

class TestCursorHandOver : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }

    void namesThePlace()
    {
        QCOMPARE(handOver(atEvent(), HandOver::Place, workOs()), u"after=event_01J9"_s);
        QCOMPARE(handOver(fromTime(kNow - Duration(1)), HandOver::Place, workOs()),
                 u"range_start=2026-11-25T15:59:59.999999Z"_s);
        QCOMPARE(
            handOver(atEvent(), HandOver::Parameters, workOs()),
            u"events=dsync.user.created%2Cuser.created&after=event_01J9&organization_id=org_01"_s);
        Cursor bare = atEvent();
        bare.types.clear();
        bare.organization = {};
        QCOMPARE(handOver(bare, HandOver::Parameters, workOs()), u"after=event_01J9"_s);
    }

    /// Each form with the spellings of api/events-api.md: camel case in JavaScript, pointers in Go, and never `after` with a
    /// `range_start`.
    void spellsEachForm_data()
    {
        QTest::addColumn<HandOver>("form");
        QTest::addColumn<QString>("after");
        QTest::addColumn<QString>("start");
        QTest::addColumn<QString>("types");
        QTest::addColumn<QString>("organization");
        QTest::addColumn<QString>("key");
        QTest::newRow("curl") << HandOver::Curl << u"after=event_01J9"_s
                              << u"range_start=2026-11-20T00%3A00%3A00"_s
                              << u"events=dsync.user.created%2Cuser.created"_s
                              << u"organization_id=org_01"_s << u"$WORKOS_API_KEY"_s;
        QTest::newRow("javascript")
            << HandOver::JavaScript << u"after: 'event_01J9'"_s
            << u"rangeStart: '2026-11-20T00:00:00"_s
            << u"events: ['dsync.user.created', 'user.created']"_s << u"organizationId: 'org_01'"_s
            << u"process.env.WORKOS_API_KEY"_s;
        QTest::newRow("ruby") << HandOver::Ruby << u"after: \"event_01J9\""_s
                              << u"range_start: \"2026-11-20T00:00:00"_s
                              << u"events: [\"dsync.user.created\", \"user.created\"]"_s
                              << u"organization_id: \"org_01\""_s
                              << u"ENV.fetch(\"WORKOS_API_KEY\")"_s;
        QTest::newRow("python") << HandOver::Python << u"after=\"event_01J9\""_s
                                << u"range_start=\"2026-11-20T00:00:00"_s
                                << u"events=[\"dsync.user.created\", \"user.created\"]"_s
                                << u"organization_id=\"org_01\""_s
                                << u"os.environ[\"WORKOS_API_KEY\"]"_s;
        QTest::newRow("go") << HandOver::Go << u"workos.String(\"event_01J9\")"_s
                            << u"workos.String(\"2026-11-20T00:00:00"_s
                            << u"[]string{\"dsync.user.created\", \"user.created\"}"_s
                            << u"workos.String(\"org_01\")"_s << u"os.Getenv(\"WORKOS_API_KEY\")"_s;
    }

    void spellsEachForm()
    {
        QFETCH(const HandOver, form);
        QFETCH(const QString, after);
        QFETCH(const QString, start);
        QFETCH(const QString, types);
        QFETCH(const QString, organization);
        QFETCH(const QString, key);
        const QString behind = handOver(atEvent(), form, workOs());
        const QString since = handOver(fromTime(tryParseIsoInstant("2026-11-20").value()),
                                       form,
                                       workOs());
        for (const QString &call : {behind, since}) {
            QVERIFY2(call.contains(types) && call.contains(organization) && call.contains(key),
                     qPrintable(call));
            QVERIFY(!call.endsWith(u'\n'));
            QVERIFY(call.contains(
                u"asc"_s)); // the SDKs of Ruby, Python and Go ask for the newest first by themselves
        }
        static const QRegularExpression anyStart(u"range_?start"_s,
                                                 QRegularExpression::CaseInsensitiveOption);
        QVERIFY2(behind.contains(after) && !behind.contains(anyStart), qPrintable(behind));
        QVERIFY2(since.contains(start) && !since.contains(u"event_01J9"_s), qPrintable(since));
        static const QRegularExpression anyEnd(u"range_?end"_s,
                                               QRegularExpression::CaseInsensitiveOption);
        QVERIFY(!since.contains(anyEnd));
        // One request covers at most 30 days: an older beginning is given an end.
        const QString old = handOver(fromTime(tryParseIsoInstant("2026-09-01").value()),
                                     form,
                                     workOs());
        QVERIFY2(old.contains(anyEnd) && old.contains(u"2026-10-01T00"_s), qPrintable(old));
    }

    void tellsAllAsJson()
    {
        const QString text = handOver(atEvent(), HandOver::Json, workOs());
        QVERIFY(!text.contains(u'\n'));
        const QJsonObject object = QJsonDocument::fromJson(text.toUtf8()).object();
        QCOMPARE(object.keys(),
                 (QStringList{u"after"_s,
                              u"changed_at"_s,
                              u"created_at"_s,
                              u"environment"_s,
                              u"name"_s,
                              u"note"_s,
                              u"organization"_s,
                              u"types"_s}));
        QCOMPARE(object.value(u"after"_s).toString(), u"event_01J9"_s);
        QCOMPARE(object.value(u"environment"_s).toString(), u"Acme EU"_s);
        QCOMPARE(object.value(u"types"_s).toArray().size(), 2);
        const QJsonObject since = QJsonDocument::fromJson(
                                      handOver(fromTime(kNow), HandOver::Json, workOs()).toUtf8())
                                      .object();
        QVERIFY(since.contains(u"range_start"_s) && !since.contains(u"after"_s));
    }
};

QTEST_GUILESS_MAIN(TestCursorHandOver)
#include "tst_cursorhandover.moc"
