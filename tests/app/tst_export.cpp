// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/core/clock.h"
#include "model/cursors/cursorstore.h"
#include "tests/app/exportstand.h"

#include <QRegularExpression>
#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace playhead;
using Event = ExportStand::Event;

/// `playhead export`: which events it writes, in which format, and what it refuses.
class ExportTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QVERIFY(m_stand.prepare()); }
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }
    void everythingIsTheStoredBytesInOrder();
    void eachFormat();
    void aFilterKeepsWhatMatches_data();
    void aFilterKeepsWhatMatches();
    void staleAndDuplicateEvents();
    void cursorsAndNamesAreThoseOfTheEnvironment();
    void mistakesAreOneLine_data();
    void mistakesAreOneLine();

private:
    ExportStand m_stand;
};

void ExportTest::everythingIsTheStoredBytesInOrder()
{
    QCOMPARE(m_stand.exported({u"--env"_s, u"Demo"_s}), m_stand.lines());
    const QString file = m_stand.path(u"all.ndjson"_s);
    const ProgramResult result = m_stand.run({u"--env"_s, u"Demo"_s, u"-o"_s, file});
    QCOMPARE(result.exitCode, 0);
    QCOMPARE(result.output, QByteArray());
    QCOMPARE(result.error, QByteArray());
    QCOMPARE(contentOf(file), contentOf(m_stand.capture()));
    QVERIFY(!QFile::exists(file + u".part"_s));
}

void ExportTest::eachFormat()
{
    const QStringList options{u"--env"_s, u"Demo"_s, u"--filter"_s, u"family:users"_s};
    const QList<QByteArray> lines = m_stand.exported(options);
    QVERIFY(lines.size() > 10);

    const QString json = m_stand.path(u"users.json"_s);
    QCOMPARE(m_stand.run(options + QStringList{u"-o"_s, json}).exitCode, 0);
    QCOMPARE(contentOf(json), '[' + lines.join(",\n") + "]\n");
    QCOMPARE(m_stand.run(options + QStringList{u"--format"_s, u"json"_s}).output, contentOf(json));

    const ProgramResult csv = m_stand.run(options + QStringList{u"--format"_s, u"csv"_s});
    QCOMPARE(csv.exitCode, 0);
    QVERIFY(
        csv.output.startsWith("id,type,created_at,organization_id,object,updated_at,event\r\n"));
    QCOMPARE(csv.output.count("\r\n"), lines.size() + 1);
    QCOMPARE(m_stand.run(options + QStringList{u"-o"_s, json, u"--format"_s, u"ndjson"_s}).exitCode,
             0);
    QCOMPARE(linesOf(contentOf(json)), lines);
}

void ExportTest::aFilterKeepsWhatMatches_data()
{
    QTest::addColumn<QString>("filter");
    QTest::addColumn<std::function<bool(const Event &)>>("keeps");
    const auto row = [](const QString &filter, std::function<bool(const Event &)> keeps) {
        QTest::newRow(qPrintable(filter)) << filter << std::move(keeps);
    };
    const auto isUser = [](const Event &event) {
        return event.type().startsWith(u"dsync.user."_s);
    };
    const auto hasMail = [](const Event &event) {
        return event.datum("email").contains(u"example"_s);
    };
    row(u"type:dsync.user.*"_s, isUser);
    row(u"-type:dsync.user.*"_s, [=](const Event &event) { return !isUser(event); });
    row(u"type=user.created"_s,
        [](const Event &event) { return event.type() == u"user.created"_s; });
    row(u"type:dsync.user.* OR data.email:*example*"_s,
        [=](const Event &event) { return isUser(event) || hasMail(event); });
    row(u"data.email:*example* -type:dsync.user.*"_s,
        [=](const Event &event) { return hasMail(event) && !isUser(event); });
    row(u"data.email ~ /EXAMPLE/i"_s, hasMail);
    row(u"has:data.previous_attributes"_s,
        [](const Event &event) { return event.data().contains(u"previous_attributes"_s); });
    row(u"after:2026-11-01 before:2026-11-02T06:00Z"_s, [](const Event &event) {
        return event.at() >= u"2026-11-01"_s && event.at() < u"2026-11-02T06:00"_s;
    });
    // "Now" of the demo is its end.
    row(u"after:36h"_s, [](const Event &event) { return event.at() >= u"2026-11-21T00:00"_s; });
    row(u"at:2026-11-20"_s,
        [](const Event &event) { return event.at().startsWith(u"2026-11-20"_s); });
    row(u"dsync.group"_s, [](const Event &event) { return event.raw.contains("dsync.group"); });
    row(u"is:outoforder"_s, [](const Event &) { return false; });
}

void ExportTest::aFilterKeepsWhatMatches()
{
    QFETCH(QString, filter);
    QFETCH(std::function<bool(const Event &)>, keeps);
    const QList<QByteArray> expected = m_stand.kept(keeps);
    QCOMPARE(expected.isEmpty(), filter == u"is:outoforder"_s);
    QVERIFY(expected.size() < ExportStand::kEvents);
    QCOMPARE(m_stand.exported({u"--env"_s, u"Demo"_s, u"--filter"_s, filter}), expected);
}

void ExportTest::staleAndDuplicateEvents()
{
    // Of one directory user everything is told by these types, and a version is its updated_at (semantics 25).
    QHash<QString, QString> newest;
    QSet<QString> told;
    QList<QByteArray> duplicates; // the later ones
    QList<QByteArray> stale;
    const auto telling = [](const Event &event) {
        return event.type() + event.datum("id") + event.datum("updated_at");
    };
    const QRegularExpression kind(u"^dsync\\.user\\."_s);
    for (const Event &event : m_stand.events()) {
        if (!event.type().contains(kind)) {
            continue;
        }
        QString &version = newest[event.datum("id")];
        const bool isDelete = event.type().endsWith(u".deleted"_s);
        if (!version.isEmpty()
            && (isDelete ? event.datum("updated_at") < version
                         : event.datum("updated_at") <= version)) {
            stale.append(event.raw);
        }
        version = std::max(version, event.datum("updated_at"));
        if (told.contains(telling(event))) {
            duplicates.append(event.raw);
        }
        told.insert(telling(event));
    }
    QVERIFY(!stale.isEmpty());
    QCOMPARE(m_stand.exported(
                 {u"--env"_s, u"Demo"_s, u"--filter"_s, u"is:stale type:dsync.user.*"_s}),
             stale);
    QVERIFY(!duplicates.isEmpty());
    for (const QStringList &source :
         {QStringList{u"--env"_s, u"Demo"_s}, QStringList{u"--capture"_s, m_stand.capture()}}) {
        QCOMPARE(m_stand.exported(
                     source + QStringList{u"--filter"_s, u"type:dsync.user.* is:duplicate"_s}),
                 duplicates);
    }
}

void ExportTest::cursorsAndNamesAreThoseOfTheEnvironment()
{
    const QRegularExpression organizationId(u"\"organization_id\":\"(org_[^\"]+)\""_s);
    QString organization;
    for (const Event &event : m_stand.events()) {
        if (event.type() == u"dsync.user.created"_s) {
            organization = organizationId.match(QString::fromUtf8(event.raw)).captured(1);
        }
    }
    QVERIFY(!organization.isEmpty());
    {
        Result<Database> database = Database::open(m_stand.databasePath());
        const SystemClock clock;
        Result<CursorStore> cursors = CursorStore::open(*database, clock);
        Cursor cursor;
        cursor.environmentId = m_stand.demo().id;
        cursor.name = u"billing-sync"_s;
        cursor.position = AfterEvent{EventId(m_stand.events().at(1500).id().toUtf8()), {}};
        QVERIFY(cursors->create(cursor));
        cursor.name = u"from-time"_s;
        cursor.position = FromTime{*parseIsoInstant(m_stand.events().at(700).at().toUtf8())};
        QVERIFY(cursors->create(cursor));
        Result<EnvironmentStore> environments = EnvironmentStore::open(*database);
        auto alias = database->prepare(
            "INSERT INTO organization_aliases VALUES (?1, ?2, 'Largest customer')");
        QVERIFY(alias);
        QVERIFY(alias->bind(1, m_stand.demo().id).bind(2, organization).run());
    }
    const QStringList demo{u"--env"_s, u"Demo"_s, u"--filter"_s};
    QCOMPARE(m_stand.exported(demo + QStringList{u"cursor>billing-sync"_s}),
             m_stand.lines().mid(1501));
    QCOMPARE(m_stand.exported(demo + QStringList{u"cursor>from-time cursor<=billing-sync"_s}),
             m_stand.lines().mid(700, 801));
    const QList<QByteArray> byId = m_stand.exported(demo + QStringList{u"org="_s + organization});
    QVERIFY(byId.size() > 5);
    QCOMPARE(m_stand.exported(demo + QStringList{u"org:\"largest *\""_s}), byId);
}

void ExportTest::mistakesAreOneLine_data()
{
    QTest::addColumn<QStringList>("options");
    QTest::addColumn<QString>("told");
    const auto filter = [](const QString &text) {
        return QStringList{u"--env"_s, u"Demo"_s, u"--filter"_s, text};
    };
    QTest::newRow("field") << filter(u"tpye:x"_s)
                           << u"--filter: \"tpye\" is not a field. Did you mean type? (at 1)"_s;
    QTest::newRow("time") << filter(u"type:user.* after:yesterdy"_s) << u"(at 19)"_s;
    QTest::newRow("behind an emoji") << filter(u"\"\U0001F600\" tpye:x"_s) << u"(at 5)"_s;
    QTest::newRow("pattern") << filter(u"data.email ~ /(/"_s) << u"--filter: "_s;
    QTest::newRow("cursor") << filter(u"cursor>biling-sync"_s) << u"(at 8)"_s;
    QTest::newRow("selection") << filter(u"is:selected"_s) << u"(at 4)"_s;
    QTest::newRow("replay") << filter(u"type:a OR result:failed"_s) << u"(at 11)"_s;
    QTest::newRow("environment") << QStringList{u"--env"_s, u"Production"_s}
                                 << u"There are: Demo."_s;
    QTest::newRow("no source") << QStringList() << u"--env NAME or --capture FILE"_s;
    QTest::newRow("no such capture")
        << QStringList{u"--capture"_s, u"/nowhere/a.ndjson"_s} << u"a.ndjson"_s;
}

void ExportTest::mistakesAreOneLine()
{
    QFETCH(QStringList, options);
    QFETCH(QString, told);
    const QString file = m_stand.path(u"mistake.ndjson"_s);
    const ProgramResult result = m_stand.run(options + QStringList{u"-o"_s, file});
    QCOMPARE(result.exitCode, 2);
    QCOMPARE(result.errorLines().size(), 1);
    QVERIFY2(result.error.contains(told.toUtf8()), result.error.constData());
    QCOMPARE(result.output, QByteArray());
    QVERIFY(!QFile::exists(file));
    QVERIFY(!QFile::exists(file + u".part"_s));
}

QTEST_GUILESS_MAIN(ExportTest)
#include "tst_export.moc"
