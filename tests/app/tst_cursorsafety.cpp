// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
// `playhead cursor audit` and `recover`, by the real program.
#include "model/environments/environmentstore.h"
#include "tests/model/cursors/servedstage.h"
#include "tests/support/program.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QTest>

using namespace playhead;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const QString kProgram = QStringLiteral(PLAYHEAD_PROGRAM);

FaultPlan lateEvents()
{
    FaultPlan plan;
    FaultSetting setting = faultSetting(FaultKind::HoldBack, 0.1);
    setting.values[0] = 40;
    plan.set(setting);
    return plan;
}

QJsonObject objectOf(const ProgramResult &result)
{
    return QJsonDocument::fromJson(result.output).object();
}

} // namespace

class CursorSafetyTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup() { m_stage.reset(); }
    void auditNamesWhatCameLate();
    void auditWithoutAKeyJudgesWhatIsStored();
    void auditEndsWithARefusedKeysCode();
    void eventsThatAMoveReadBelongToItsKey();
    void fetchingIsMeant();
    void countsWhatIsStoredWhenTheStoreCannotBeWritten();
    void coverageOfLostEventsCountsForNothing();
    void recoverShowsAndThenMakes();
    void recoverMovesACursorThatExists();
    void recoverByAPlaceAndAnObject();
    void wrongWordsAreRefused_data();
    void wrongWordsAreRefused();

private:
    ProgramResult run(const QStringList &arguments, const QByteArray &key = kLocalApiKey) const;
    ProgramResult cursor(const QStringList &arguments, const QByteArray &key = kLocalApiKey) const;
    bool fetchUntil(Instant now);
    /// Saves `billing` behind the newest stored event; what lies before it and is not stored came late.
    QByteArrayList lateBeforeCursor(const ProgramResult &saved) const;
    QString id(size_t index) const { return QString::fromLatin1(m_stage->planned[index].id); }

    std::unique_ptr<ServedStage> m_stage; ///< Half an hour ago, 300 events within five minutes.
};

void CursorSafetyTest::init()
{
    QTest::failOnWarning(QRegularExpression(u".?"_s));
    const auto start = std::chrono::floor<std::chrono::milliseconds>(SystemClock().now()) - 30min;
    m_stage = std::make_unique<ServedStage>(randomEvents(1, 300, start, 2000), lateEvents());
    QVERIFY(m_stage->api);
    Result<Database> database = Database::open(m_stage->folder.filePath(u"playhead.sqlite"_s));
    QVERIFY(database);
    Result<EnvironmentStore> store = EnvironmentStore::open(*database);
    QVERIFY(store);
    Environment environment;
    environment.name = u"Staging"_s;
    environment.baseUrl = m_stage->api->url();
    environment.keySource = KeySource::Variable;
    QVERIFY(store->save(environment));
}

ProgramResult CursorSafetyTest::run(const QStringList &arguments, const QByteArray &key) const
{
    return runProgram(kProgram,
                      QStringList{u"--data-dir"_s, m_stage->folder.path(), u"--env"_s, u"Staging"_s}
                          + arguments,
                      key);
}

ProgramResult CursorSafetyTest::cursor(const QStringList &arguments, const QByteArray &key) const
{
    return run(QStringList{u"cursor"_s} + arguments, key);
}

bool CursorSafetyTest::fetchUntil(Instant now)
{
    m_stage->clock->set(now);
    return run({u"fetch"_s, u"--since"_s, u"2h"_s}).exitCode == 0;
}

QByteArrayList CursorSafetyTest::lateBeforeCursor(const ProgramResult &saved) const
{
    const QByteArray place = objectOf(saved)["after"_L1].toString().toLatin1();
    const QByteArray stored = run({u"export"_s}).output;
    QByteArrayList late;
    for (const PlannedEvent &event : m_stage->planned) {
        if (event.id == place) {
            // What has the very time of the cursor's event and is stored later stands behind it (semantics 2).
            const auto isThen = [this, &event](const QByteArray &id) {
                return std::any_of(m_stage->planned.cbegin(),
                                   m_stage->planned.cend(),
                                   [&](const PlannedEvent &other) {
                                       return other.id == id && other.createdAt == event.createdAt;
                                   });
            };
            late.removeIf(isThen);
            break;
        }
        if (!stored.contains(event.id)) {
            late.append(event.id);
        }
    }
    return late;
}

void CursorSafetyTest::auditNamesWhatCameLate()
{
    QVERIFY(fetchUntil(m_stage->planned[200].createdAt));
    const ProgramResult saved = cursor({u"save"_s, u"billing"_s, u"--newest"_s, u"--json"_s});
    QCOMPARE(saved.exitCode, 0);
    const QByteArrayList late = lateBeforeCursor(saved);
    QVERIFY(!late.isEmpty());
    m_stage->clock->set(SystemClock().now());

    const ProgramResult json = cursor({u"audit"_s, u"billing"_s, u"--json"_s});
    QCOMPARE(json.exitCode, 0);
    QByteArrayList missed;
    const QJsonArray events = objectOf(json)["missed"_L1].toArray();
    for (const QJsonValue &event : events) {
        missed.append(event["id"_L1].toString().toLatin1());
    }
    QCOMPARE(missed, late);
    QVERIFY(objectOf(json)["events_read"_L1].toInt() > 100);
    QVERIFY(objectOf(json)["read_error"_L1].isNull());

    const ProgramResult text = cursor({u"audit"_s, u"billing"_s});
    QCOMPARE(text.exitCode, 0);
    QVERIFY(text.output.startsWith("billing: "));
    for (const QByteArray &id : late) {
        QVERIFY(text.output.contains(id));
    }
    QVERIFY(text.output.contains("playhead cursor rewind billing --to-"));
    // Of a stretch that is too short, nothing is told.
    const ProgramResult brief = cursor(
        {u"audit"_s, u"billing"_s, u"--overlap"_s, u"1s"_s, u"--json"_s});
    QVERIFY(objectOf(brief)["missed"_L1].toArray().size() < late.size());
}

void CursorSafetyTest::auditWithoutAKeyJudgesWhatIsStored()
{
    QVERIFY(fetchUntil(m_stage->planned[200].createdAt));
    const ProgramResult saved = cursor({u"save"_s, u"billing"_s, u"--newest"_s, u"--json"_s});
    const QByteArrayList late = lateBeforeCursor(saved);
    QVERIFY(fetchUntil(SystemClock().now()));
    for (const QStringList &options : {QStringList{}, QStringList{u"--no-fetch"_s}}) {
        const ProgramResult audit =
            cursor(QStringList{u"audit"_s, u"billing"_s, u"--json"_s} + options, {});
        QCOMPARE(audit.exitCode, options.isEmpty() ? 2 : 0); // as every verb that misses its key
        QCOMPARE(objectOf(audit)["missed"_L1].toArray().size(), late.size());
        QVERIFY(!objectOf(audit)["read_error"_L1].toString().isEmpty());
        QVERIFY(audit.error.contains("could not be read again"));
    }
    const ProgramResult refused = cursor({u"audit"_s, u"billing"_s, u"--json"_s}, "sk_test_other");
    QCOMPARE(refused.exitCode, 2); // of another environment than the stored events'
    QCOMPARE(objectOf(refused)["missed"_L1].toArray().size(), late.size());
    QCOMPARE(cursor({u"audit"_s, u"nobody"_s}).exitCode, 2);
}

void CursorSafetyTest::auditEndsWithARefusedKeysCode()
{
    m_stage->clock->set(SystemClock().now());
    QCOMPARE(cursor({u"save"_s, u"billing"_s, u"--from"_s, u"20m"_s}).exitCode, 0);
    const ProgramResult refused = cursor({u"audit"_s, u"billing"_s}, "sk_test_other");
    QCOMPARE(refused.exitCode, 3);
    QVERIFY(!refused.output.contains("Nothing was missed"));
    QVERIFY(refused.output.startsWith("billing: ")); // what is known is told all the same
    QCOMPARE(cursor({u"audit"_s, u"billing"_s}).exitCode, 0);
}

void CursorSafetyTest::eventsThatAMoveReadBelongToItsKey()
{
    m_stage->clock->set(SystemClock().now());
    QCOMPARE(cursor({u"save"_s, u"billing"_s, u"--from"_s, u"1h"_s}).exitCode, 0);
    const ProgramResult moved = cursor({u"move"_s, u"billing"_s, u"--newest"_s});
    QVERIFY2(moved.exitCode == 0, moved.error.constData());
    QCOMPARE(run({u"export"_s}).output.count('\n'), qsizetype(m_stage->planned.size()));
    QCOMPARE(run({u"fetch"_s, u"--since"_s, u"2h"_s}, "sk_test_other").exitCode, 2);
}

void CursorSafetyTest::fetchingIsMeant()
{
    m_stage->clock->set(SystemClock().now());
    QCOMPARE(cursor({u"save"_s, u"billing"_s, u"--from"_s, u"1h"_s}).exitCode, 0);
    const QStringList words{u"move"_s, u"billing"_s, u"--time-back"_s, u"1h"_s, u"--json"_s};
    const ProgramResult told = cursor(words, "sk_test_other");
    QCOMPARE(told.exitCode, 0);
    QVERIFY(!objectOf(told)["shortfall"_L1].toString().isEmpty());
    const QStringList meant = words + QStringList{u"--fetch"_s, u"--yes"_s};
    const ProgramResult refused = cursor(meant, "sk_test_other");
    QCOMPARE(refused.exitCode, 3);
    QVERIFY(refused.output.isEmpty());
    QCOMPARE(refused.errorLines().size(), 1);
    QVERIFY(cursor({u"history"_s, u"billing"_s, u"--json"_s}).output.count("\"entry\"") == 1);
    QCOMPARE(cursor(meant).exitCode, 0);
}

void CursorSafetyTest::countsWhatIsStoredWhenTheStoreCannotBeWritten()
{
    QVERIFY(fetchUntil(SystemClock().now()));
    QCOMPARE(cursor({u"save"_s, u"billing"_s, u"--newest"_s}).exitCode, 0);
    const QString lock = m_stage->folder.filePath(u"events/env-1/events.lock"_s);
    QFile::remove(lock);
    QVERIFY(QDir().mkpath(lock)); // nobody can take it
    const ProgramResult moved = cursor(
        {u"move"_s, u"billing"_s, u"--time-back"_s, u"5h"_s, u"--json"_s});
    QVERIFY2(moved.exitCode == 0, moved.error.constData());
    QVERIFY(!objectOf(moved)["shortfall"_L1].toString().isEmpty());
    QCOMPARE(objectOf(moved)["events"_L1].toInteger(), qint64(m_stage->planned.size()));
}

void CursorSafetyTest::coverageOfLostEventsCountsForNothing()
{
    QVERIFY(fetchUntil(SystemClock().now()));
    QCOMPARE(cursor({u"save"_s, u"billing"_s, u"--after"_s, id(100)}).exitCode, 0);
    const QStringList show{u"show"_s, u"billing"_s, u"--json"_s};
    QVERIFY(objectOf(cursor(show))["behind_is_exact"_L1].toBool());
    {
        Result<Database> database = Database::open(m_stage->folder.filePath(u"playhead.sqlite"_s));
        QVERIFY(database && database->execute("UPDATE coverage_store SET stored_rows = 1000000"));
    }
    QVERIFY(!objectOf(cursor(show))["behind_is_exact"_L1].toBool());
}

void CursorSafetyTest::recoverShowsAndThenMakes()
{
    m_stage->clock->set(SystemClock().now());
    const QStringList words{u"recover"_s,
                            u"billing"_s,
                            u"--new"_s,
                            u"--type"_s,
                            u"dsync.user.*"_s,
                            u"--log"_s,
                            u"done: "_s + id(150),
                            u"--overlap"_s,
                            u"30s"_s};
    const ProgramResult shown = cursor(words + QStringList{u"--json"_s});
    QCOMPARE(shown.exitCode, 0);
    const QJsonObject plan = objectOf(shown);
    QVERIFY(plan["is_proven"_L1].toBool() && plan["is_new"_L1].toBool());
    QVERIFY(!plan["is_applied"_L1].toBool());
    QCOMPARE(plan["processed"_L1]["id"_L1].toString(), id(150));
    QCOMPARE(plan["target"_L1]["range_start"_L1].toString(),
             QString::fromLatin1(isoUtcExact(m_stage->planned[150].createdAt - 30s)));
    QVERIFY(plan["again"_L1]["events"_L1].toInt() > 5);
    QCOMPARE(cursor({u"show"_s, u"billing"_s}).exitCode, 2); // nothing was made

    const ProgramResult made = cursor(words + QStringList{u"--yes"_s, u"--reason"_s, u"lost"_s});
    QCOMPARE(made.exitCode, 0);
    QVERIFY(made.output.contains("Proven: " + m_stage->planned[150].id));
    QVERIFY(made.error.contains("was made"));
    const ProgramResult history = cursor({u"history"_s, u"billing"_s, u"--json"_s});
    QCOMPARE(history.exitCode, 0);
    QVERIFY(history.output.contains("recovered") && history.output.contains("lost"));
    QVERIFY(history.output.contains("dsync.user.created"));
    QCOMPARE(cursor(words + QStringList{u"--yes"_s}).exitCode, 1); // it exists now
}

void CursorSafetyTest::recoverMovesACursorThatExists()
{
    m_stage->clock->set(SystemClock().now());
    QCOMPARE(cursor({u"save"_s, u"billing"_s, u"--from"_s, u"2400h"_s}).exitCode, 0);
    QFile list(m_stage->folder.filePath(u"ids.txt"_s));
    QVERIFY(list.open(QIODevice::WriteOnly));
    list.write((id(120) + u'\n' + id(100).toLower() + u"\nwh_12345678\n"_s).toLatin1());
    list.close();
    const QStringList words{u"recover"_s, u"billing"_s, u"--log-file"_s, list.fileName()};
    const ProgramResult moved = cursor(words + QStringList{u"--yes"_s});
    QCOMPARE(moved.exitCode, 0);
    QVERIFY(moved.error.contains("wh_12345678"));
    QVERIFY(moved.error.contains("was moved"));
    const QString from = QString::fromLatin1(isoUtcMs(m_stage->planned[120].createdAt - 5min));
    QVERIFY(cursor({u"show"_s, u"billing"_s}).output.contains(from.toLatin1()));
    const ProgramResult again = cursor(words + QStringList{u"--yes"_s});
    QVERIFY(again.exitCode == 0 && again.error.contains("stands there already"));

    QCOMPARE(cursor({u"undo"_s, u"--yes"_s}).exitCode, 0);
    const ProgramResult oldest = cursor({u"recover"_s, u"billing"_s, u"--oldest"_s, u"--json"_s});
    QCOMPARE(oldest.exitCode, 0);
    QVERIFY(objectOf(oldest)["gone"_L1]["range"_L1].isObject()); // 2400 hours are more than 90 days
    const ProgramResult now = cursor({u"recover"_s, u"billing"_s, u"--now"_s, u"--json"_s});
    QVERIFY(now.exitCode == 0 && objectOf(now)["processed"_L1].isNull());
}

void CursorSafetyTest::recoverByAPlaceAndAnObject()
{
    QVERIFY(fetchUntil(SystemClock().now()));
    QCOMPARE(cursor({u"save"_s, u"billing"_s, u"--after"_s, id(140)}).exitCode, 0);
    QCOMPARE(cursor({u"save-place"_s, u"release"_s, u"billing"_s}).exitCode, 0);
    QCOMPARE(cursor({u"move"_s, u"billing"_s, u"--to-event"_s, id(290), u"--yes"_s}).exitCode, 0);
    const QJsonObject place = objectOf(
        cursor({u"recover"_s, u"billing"_s, u"--place"_s, u"release"_s, u"--json"_s}));
    QCOMPARE(place["processed"_L1]["id"_L1].toString(), id(140));
    const QJsonObject newest = objectOf(cursor(
        {u"recover"_s, u"billing"_s, u"--newest-place"_s, u"--overlap"_s, u"0"_s, u"--json"_s}));
    QCOMPARE(newest["target"_L1]["after"_L1].toString(), id(140));
    const PlannedEvent &event = m_stage->planned[200];
    const QJsonObject object = objectOf(cursor({u"recover"_s,
                                                u"billing"_s,
                                                u"--object"_s,
                                                QString::fromLatin1(event.object),
                                                u"--updated-at"_s,
                                                QString::fromLatin1(isoUtcMs(*event.updatedAt)),
                                                u"--json"_s}));
    QCOMPARE(object["processed"_L1]["id"_L1].toString(), id(200));
    const QJsonObject time = objectOf(cursor({u"recover"_s,
                                              u"billing"_s,
                                              u"--time"_s,
                                              QString::fromLatin1(isoUtcMs(event.createdAt + 1ms)),
                                              u"--no-fetch"_s,
                                              u"--json"_s}));
    QVERIFY(time["is_proven"_L1].toBool());
}

void CursorSafetyTest::wrongWordsAreRefused_data()
{
    QTest::addColumn<QStringList>("words");
    QTest::addColumn<int>("code");
    QTest::newRow("no way") << QStringList{u"recover"_s, u"a"_s} << 2;
    QTest::newRow("two ways") << QStringList{u"recover"_s, u"a"_s, u"--now"_s, u"--oldest"_s} << 2;
    QTest::newRow("half an object")
        << QStringList{u"recover"_s, u"a"_s, u"--object"_s, u"x"_s} << 2;
    QTest::newRow("bad time") << QStringList{u"recover"_s, u"a"_s, u"--time"_s, u"soon"_s} << 2;
    QTest::newRow("bad overlap")
        << QStringList{u"recover"_s, u"a"_s, u"--now"_s, u"--overlap"_s, u"-1"_s} << 2;
    QTest::newRow("types of an old one")
        << QStringList{u"recover"_s, u"a"_s, u"--now"_s, u"--type"_s, u"user.created"_s} << 2;
    QTest::newRow("bad overlap of an audit")
        << QStringList{u"audit"_s, u"a"_s, u"--overlap"_s, u"long"_s} << 2;
    QTest::newRow("no such cursor") << QStringList{u"recover"_s, u"a"_s, u"--now"_s} << 2;
    QTest::newRow("no id") << QStringList{u"recover"_s, u"a"_s, u"--new"_s, u"--log"_s, u"none"_s}
                           << 1;
    QTest::newRow("no such file")
        << QStringList{u"recover"_s, u"a"_s, u"--new"_s, u"--log-file"_s, u"/nowhere/x"_s} << 1;
    QTest::newRow("no place") << QStringList{u"recover"_s, u"a"_s, u"--new"_s, u"--newest-place"_s}
                              << 1;
}

void CursorSafetyTest::wrongWordsAreRefused()
{
    QFETCH(const QStringList, words);
    QFETCH(const int, code);
    const ProgramResult result = cursor(words);
    QCOMPARE(result.exitCode, code);
    QVERIFY(result.output.isEmpty());
    QCOMPARE(result.errorLines().size(), 1);
}

QTEST_GUILESS_MAIN(CursorSafetyTest)
#include "tst_cursorsafety.moc"
