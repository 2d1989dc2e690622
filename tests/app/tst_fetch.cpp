// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/core/clock.h"
#include "model/cursors/cursorstore.h"
#include "model/environments/environmentstore.h"
#include "tests/support/serveddemo.h"
#include "tests/support/servedevents.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace playhead;

namespace {

const QString kProgram = QStringLiteral(PLAYHEAD_PROGRAM);
constexpr int kEvents = 5000;

QString member(const QByteArray &event, const QString &name)
{
    return QJsonDocument::fromJson(event).object().value(name).toString();
}

} // namespace

/// `playhead fetch` against `playhead serve`: what arrives, in which order, with which bytes.
class FetchTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void theFileHoldsTheServedBytesInOrder();
    void standardOutputHoldsTheSame();
    void theLimitIsExact_data();
    void theLimitIsExact();
    void aRangeIsHalfOpen();
    void typesAndOrganizationNarrow();
    void afterAnEventHoldsTheLaterOnes();
    void windowsAndRateChangeNothing_data();
    void windowsAndRateChangeNothing();
    void theSummaryIsTheLastLine();
    void anEnvironmentAndItsCursor();
    void theDemoEnvironmentServesItself();
    void theKeyIsInNoFile();

private:
    ProgramResult fetch(const QStringList &options);
    QList<QByteArray> fetched(const QStringList &options);
    Environment storeEnvironment(const Environment &environment);

    std::unique_ptr<ServedDemo> m_server;
    QList<QByteArray> m_served;
    std::unique_ptr<QTemporaryDir> m_folder;
};

void FetchTest::initTestCase()
{
    m_server = std::make_unique<ServedDemo>(kProgram,
                                            QStringList{u"--demo-events"_s,
                                                        QString::number(kEvents)});
    QVERIFY(m_server->url().isValid());
    m_served = allServedEvents(m_server->url(), ServedDemo::kKey);
    QCOMPARE(m_served.size(), kEvents);
}

void FetchTest::init()
{
    QTest::failOnWarning(QRegularExpression(u".?"_s));
    m_folder = std::make_unique<QTemporaryDir>();
}

ProgramResult FetchTest::fetch(const QStringList &options)
{
    return runProgram(kProgram,
                      QStringList{u"fetch"_s, u"--data-dir"_s, m_folder->filePath(u"data"_s)}
                          + options,
                      ServedDemo::kKey);
}

QList<QByteArray> FetchTest::fetched(const QStringList &options)
{
    const ProgramResult result = fetch(QStringList{u"--base-url"_s, m_server->url().toString()}
                                       + options);
    if (result.exitCode != 0 || !result.error.isEmpty()) {
        qCritical("exit code %d: %s", result.exitCode, result.error.constData());
    }
    return linesOf(result.output);
}

void FetchTest::theFileHoldsTheServedBytesInOrder()
{
    const QString file = m_folder->filePath(u"out.ndjson"_s);
    const QStringList options{u"--base-url"_s,
                              m_server->url().toString(),
                              u"--since"_s,
                              u"90d"_s,
                              u"-o"_s,
                              file};
    // A finished read starts anew and ends the same.
    for (int run = 0; run < 2; ++run) {
        const ProgramResult result = fetch(options);
        QCOMPARE(result.error, QByteArray());
        QCOMPARE(result.exitCode, 0);
        QCOMPARE(result.output, QByteArray());
        QCOMPARE(contentOf(file), m_served.join('\n') + '\n');
        QVERIFY(!QFile::exists(file + u".part"_s));
    }
}

void FetchTest::standardOutputHoldsTheSame()
{
    QCOMPARE(fetched({}), m_served);
}

void FetchTest::theLimitIsExact_data()
{
    QTest::addColumn<int>("limit");
    for (const int limit : {1, 99, 100, 101, 250, kEvents - 1, kEvents, kEvents + 1}) {
        QTest::addRow("%d", limit) << limit;
    }
}

void FetchTest::theLimitIsExact()
{
    QFETCH(int, limit);
    QCOMPARE(fetched({u"--limit"_s, QString::number(limit)}),
             m_served.first(std::min(limit, kEvents)));
}

void FetchTest::aRangeIsHalfOpen()
{
    const QString since = member(m_served.at(1000), u"created_at"_s);
    const QString until = member(m_served.at(2000), u"created_at"_s);
    QList<QByteArray> expected;
    for (const QByteArray &event : std::as_const(m_served)) {
        // One spelling of times, so that their order is that of their text.
        const QString at = member(event, u"created_at"_s);
        if (since <= at && at < until) {
            expected.append(event);
        }
    }
    QVERIFY(expected.size() > 900);
    QCOMPARE(fetched({u"--since"_s, since, u"--until"_s, until}), expected);
}

void FetchTest::typesAndOrganizationNarrow()
{
    QList<QByteArray> expected;
    for (const QByteArray &event : std::as_const(m_served)) {
        if (member(event, u"event"_s).startsWith(u"dsync."_s)) {
            expected.append(event);
        }
    }
    QVERIFY(!expected.isEmpty());
    QCOMPARE(fetched({u"--type"_s, u"dsync.*"_s}), expected);

    const QRegularExpression organizationId(u"\"organization_id\":\"(org_[^\"]+)\""_s);
    const QString organization =
        organizationId.match(QString::fromUtf8(expected.constFirst())).captured(1);
    QVERIFY(!organization.isEmpty());
    QList<QByteArray> ofOrganization;
    for (const QByteArray &event : std::as_const(expected)) {
        if (organizationId.match(QString::fromUtf8(event)).captured(1) == organization) {
            ofOrganization.append(event);
        }
    }
    QVERIFY(ofOrganization.size() < expected.size());
    QCOMPARE(
        fetched(
            {u"--type"_s, u"dsync.user.*"_s, u"--type"_s, u"dsync.*"_s, u"--org"_s, organization}),
        ofOrganization);
}

void FetchTest::afterAnEventHoldsTheLaterOnes()
{
    const QStringList options{u"--after"_s, member(m_served.at(1234), u"id"_s)};
    // First with that event not stored, then with all events stored.
    QCOMPARE(fetched(options), m_served.mid(1235));
    QCOMPARE(fetched({}).size(), kEvents);
    QCOMPARE(fetched(options), m_served.mid(1235));
    QCOMPARE(fetched(options + QStringList{u"--limit"_s, u"7"_s}), m_served.mid(1235, 7));
}

void FetchTest::windowsAndRateChangeNothing_data()
{
    QTest::addColumn<QStringList>("options");
    QTest::addColumn<int>("windows");
    QTest::newRow("one after another") << QStringList{u"--windows"_s, u"1"_s} << 3;
    QTest::newRow("sixteen, no limit")
        << QStringList{u"--windows"_s, u"16"_s, u"--rate"_s, u"0"_s} << 16;
    QTest::newRow("limited") << QStringList{u"--rate"_s, u"200"_s} << 6;
}

void FetchTest::windowsAndRateChangeNothing()
{
    QFETCH(const QStringList, options);
    QFETCH(const int, windows);
    const ProgramResult result = fetch(
        QStringList{u"--base-url"_s, m_server->url().toString(), u"--json-summary"_s} + options);
    QCOMPARE(result.exitCode, 0);
    QVERIFY(linesOf(result.output) == m_served);
    // Standard error is a pipe here: the summary and nothing else.
    QCOMPARE(result.errorLines().size(), 1);
    const QJsonObject summary = QJsonDocument::fromJson(result.error).object();
    QVERIFY(summary.value(u"windows"_s).toInt() >= windows);
    QCOMPARE(summary.value(u"duplicates"_s).toInt(-1), 0);
}

void FetchTest::theSummaryIsTheLastLine()
{
    const ProgramResult result = fetch(
        {u"--base-url"_s, m_server->url().toString(), u"--json-summary"_s});
    QCOMPARE(result.exitCode, 0);
    const QJsonObject summary = QJsonDocument::fromJson(result.errorLines().constLast()).object();
    QCOMPARE(summary.keys().size(), 7);
    QCOMPARE(summary.value(u"events"_s).toInt(), kEvents);
    QVERIFY(summary.value(u"requests"_s).toInt() >= kEvents / 100);
    QCOMPARE(summary.value(u"retries"_s).toInt(-1), 0);
    QCOMPARE(summary.value(u"duplicates"_s).toInt(-1), 0);
    QVERIFY(summary.value(u"windows"_s).toInt() >= 3);
    QCOMPARE(summary.value(u"last_event_id"_s).toString(), member(m_served.constLast(), u"id"_s));
    QVERIFY(summary.value(u"seconds"_s).isDouble());
}

Environment FetchTest::storeEnvironment(const Environment &environment)
{
    Result<Database> database = Database::open(m_folder->filePath(u"data/playhead.sqlite"_s));
    Result<EnvironmentStore> store = EnvironmentStore::open(*database);
    return store->save(environment).value_or(Environment());
}

void FetchTest::anEnvironmentAndItsCursor()
{
    Environment environment;
    environment.name = u"Staging"_s;
    environment.baseUrl = m_server->url();
    environment.keySource = KeySource::Variable;
    environment = storeEnvironment(environment);
    QVERIFY(environment.id != 0);
    {
        Result<Database> database = Database::open(m_folder->filePath(u"data/playhead.sqlite"_s));
        const SystemClock clock;
        Result<CursorStore> cursors = CursorStore::open(*database, clock);
        Cursor cursor;
        cursor.environmentId = environment.id;
        cursor.name = u"billing-sync"_s;
        cursor.position = AfterEvent{EventId(member(m_served.at(4000), u"id"_s).toUtf8()), {}};
        QVERIFY(cursors->create(cursor));
    }
    const ProgramResult all = fetch({u"--env"_s, u"Staging"_s});
    QCOMPARE(all.error, QByteArray());
    QCOMPARE(linesOf(all.output), m_served);
    const ProgramResult behind = fetch(
        {u"--env"_s, u"Staging"_s, u"--after"_s, u"cursor:billing-sync"_s});
    QCOMPARE(linesOf(behind.output), m_served.mid(4001));

    // It counts all types: with others it is not used unless that is said, and nothing is asked before.
    const QStringList narrow{u"--env"_s,
                             u"Staging"_s,
                             u"--after"_s,
                             u"cursor:billing-sync"_s,
                             u"--type"_s,
                             u"user.created"_s};
    const ProgramResult differs = fetch(narrow);
    QCOMPARE(differs.exitCode, 2);
    QCOMPARE(differs.output, QByteArray());
    QCOMPARE(differs.errorLines().size(), 1);
    QVERIFY(differs.error.contains("user.created") && differs.error.contains("--accept-scope"));
    const ProgramResult accepted = fetch(narrow + QStringList{u"--accept-scope"_s});
    QCOMPARE(accepted.exitCode, 0);
    QVERIFY(!accepted.output.isEmpty());
    QVERIFY(linesOf(accepted.output).size() < m_served.size() - 4001);

    const ProgramResult unknown = fetch(
        {u"--env"_s, u"Staging"_s, u"--after"_s, u"cursor:other"_s});
    QCOMPARE(unknown.exitCode, 2);
    QCOMPARE(unknown.errorLines().size(), 1);
    // Another key may belong to another environment of WorkOS, and a verb cannot ask.
    const ProgramResult otherKey = runProgram(
        kProgram,
        {u"fetch"_s, u"--data-dir"_s, m_folder->filePath(u"data"_s), u"--env"_s, u"Staging"_s},
        "sk_other");
    QCOMPARE(otherKey.exitCode, 2);
    QCOMPARE(otherKey.errorLines().size(), 1);
}

void FetchTest::theDemoEnvironmentServesItself()
{
    Environment demo;
    demo.name = u"Demo"_s;
    demo.keySource = KeySource::Demo;
    demo.demoEvents = 500;
    demo.demoEndUs = toUs(SystemClock().now()) / 1000 * 1000;
    QVERIFY(storeEnvironment(demo).id != 0);
    const ProgramResult result = runProgram(
        kProgram,
        {u"fetch"_s, u"--data-dir"_s, m_folder->filePath(u"data"_s), u"--env"_s, u"Demo"_s});
    QCOMPARE(result.error, QByteArray());
    QCOMPARE(result.exitCode, 0);
    QCOMPARE(linesOf(result.output).size(), 500);
}

void FetchTest::theKeyIsInNoFile()
{
    QCOMPARE(fetched({u"--limit"_s, u"10"_s}).size(), 10);
    QVERIFY(isAnywhereBelow(m_folder->path(), "event_"));
    QVERIFY(!isAnywhereBelow(m_folder->path(), ServedDemo::kKey));
}

QTEST_GUILESS_MAIN(FetchTest)
#include "tst_fetch.moc"
