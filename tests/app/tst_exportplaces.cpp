// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/environments/storekey.h"
#include "model/events/eventstore.h"
#include "tests/app/exportstand.h"

#include <QDirIterator>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace playhead;
using Event = ExportStand::Event;

/// `playhead export`: where events come from and go to, and who else is there.
class ExportPlacesTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QVERIFY(m_stand.prepare()); }
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }
    void aCaptureAnswersAsItsEnvironment();
    void anArrayOverManyLinesBecomesOneLineEach();
    void linesThatAreNoEventAreTold();
    void anUnfinishedFileIsNotLeft();
    void aClosedPipeIsTold();
    void anotherPlayheadMayWriteMeanwhile();
    void nothingInTheDataFolderChanges();

private:
    ExportStand m_stand;
};

void ExportPlacesTest::aCaptureAnswersAsItsEnvironment()
{
    QCOMPARE(m_stand.exported({u"--capture"_s, m_stand.capture()}), m_stand.lines());
    const QString json = m_stand.path(u"capture.json"_s);
    QCOMPARE(m_stand.run({u"--env"_s, u"Demo"_s, u"-o"_s, json}).exitCode, 0);
    for (const QString &filter : {u"type:dsync.* data.email:*example*"_s,
                                  u"family:auth OR is:stale"_s,
                                  u"after:2026-11-10T10:00"_s,
                                  u"org:*"_s}) {
        const QList<QByteArray> expected = m_stand.exported(
            {u"--env"_s, u"Demo"_s, u"--filter"_s, filter});
        QVERIFY(!expected.isEmpty());
        QCOMPARE(m_stand.exported({u"--capture"_s, m_stand.capture(), u"--filter"_s, filter}),
                 expected);
        QCOMPARE(m_stand.exported({u"--capture"_s, json, u"--filter"_s, filter}), expected);
    }
    // "Now" of a capture is its newest event (semantics 32).
    const QDateTime newest = QDateTime::fromString(m_stand.events().constLast().at(),
                                                   Qt::ISODateWithMs);
    QCOMPARE(m_stand.exported({u"--capture"_s, m_stand.capture(), u"--filter"_s, u"after:7d"_s}),
             m_stand.kept([&newest](const Event &event) {
                 return QDateTime::fromString(event.at(), Qt::ISODateWithMs) >= newest.addDays(-7);
             }));
}

void ExportPlacesTest::anArrayOverManyLinesBecomesOneLineEach()
{
    const QString path = m_stand.path(u"pretty.json"_s);
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QByteArrayList pretty;
    for (const Event &event : m_stand.events().first(3)) {
        pretty.append(QJsonDocument(event.json).toJson(QJsonDocument::Indented));
    }
    file.write("[\n" + pretty.join(",") + "]\n");
    file.close();
    const QList<QByteArray> lines = m_stand.exported({u"--capture"_s, path});
    QCOMPARE(lines.size(), 3);
    for (qsizetype i = 0; i < lines.size(); ++i) {
        QCOMPARE(QJsonDocument::fromJson(lines[i]).object(), m_stand.events().at(i).json);
    }
}

void ExportPlacesTest::linesThatAreNoEventAreTold()
{
    const QString path = m_stand.path(u"torn.ndjson"_s);
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(m_stand.lines().first(3).join('\n') + "\n{\"half\":\n\n" + m_stand.lines().at(3)
               + '\n');
    file.close();
    const ProgramResult result = m_stand.run({u"--capture"_s, path});
    QCOMPARE(result.exitCode, 0);
    QCOMPARE(linesOf(result.output), m_stand.lines().first(4));
    QCOMPARE(result.errorLines().size(), 1);
    QVERIFY(result.error.contains("left out: 1."));
}

void ExportPlacesTest::anUnfinishedFileIsNotLeft()
{
    const QString nowhere = m_stand.path(u"no folder/a.ndjson"_s);
    const ProgramResult refused = m_stand.run({u"--env"_s, u"Demo"_s, u"-o"_s, nowhere});
    QCOMPARE(refused.exitCode, 1);
    QCOMPARE(refused.errorLines().size(), 1);
#ifdef Q_OS_LINUX
    // A device that is always full.
    const ProgramResult full = m_stand.run({u"--env"_s, u"Demo"_s, u"-o"_s, u"/dev/full"_s});
    QCOMPARE(full.exitCode, 1);
    QCOMPARE(full.errorLines().size(), 1);
    QVERIFY(!QFile::exists(u"/dev/full.part"_s));
#endif
}

void ExportPlacesTest::aClosedPipeIsTold()
{
#ifdef Q_OS_UNIX
    const QString command =
        u"{ \"$0\" export --data-dir \"$1\" --env Demo; echo $? >&2; } | head -n 1"_s;
    const ProgramResult result =
        runProgram(u"/bin/sh"_s, {u"-c"_s, command, ExportStand::kProgram, m_stand.dataFolder()});
    QCOMPARE(result.output, m_stand.lines().first() + '\n');
    QCOMPARE(result.errorLines().size(), 2);
    QVERIFY(result.errorLines().first().startsWith("playhead: "));
    QCOMPARE(result.errorLines().last(), QByteArray("1"));
#else
    QSKIP("needs a shell");
#endif
}

void ExportPlacesTest::anotherPlayheadMayWriteMeanwhile()
{
    const Result<TypeCatalogue> catalogue = TypeCatalogue::load();
    const QString other = m_stand.path(u"other"_s);
    Environment environment;
    environment.name = u"Staging"_s;
    environment.baseUrl = QUrl(u"http://127.0.0.1:1"_s);
    environment.keySource = KeySource::Variable;
    Result<Database> database = Database::open(other + u"/playhead.sqlite"_s);
    environment = EnvironmentStore::open(*database)->save(environment).value_or(Environment());
    const QStringList options{u"export"_s, u"--data-dir"_s, other, u"--env"_s, u"Staging"_s};

    const ProgramResult before = runProgram(ExportStand::kProgram, options);
    QCOMPARE(before.exitCode, 0);
    QCOMPARE(before.output, QByteArray());
    QVERIFY(before.error.contains("no stored events"));

    // Holds the lock on the events as a window or a fetch does, and goes on writing.
    const auto store = EventStore::open(other + u"/events/"_s + storeKeyFor(environment),
                                        *catalogue);
    QVERIFY(store);
    for (qsizetype first = 0; first < 300; first += 100) {
        std::vector<DecodedEvent> page;
        for (const QByteArray &line : m_stand.lines().mid(first, 100)) {
            page.push_back(*decodeEvent(line, *catalogue));
        }
        QVERIFY((*store)->append(page));
        const ProgramResult result = runProgram(ExportStand::kProgram, options);
        QCOMPARE(result.error, QByteArray());
        QCOMPARE(linesOf(result.output), m_stand.lines().first(first + 100));
    }
}

void ExportPlacesTest::nothingInTheDataFolderChanges()
{
    const auto files = [this] {
        QMap<QString, QByteArray> found;
        for (QDirIterator each(m_stand.dataFolder(),
                               QDir::Files | QDir::Hidden,
                               QDirIterator::Subdirectories);
             each.hasNext();) {
            const QString path = each.next();
            found[path] = contentOf(path);
        }
        return found;
    };
    const auto setWritable = [this](bool isWritable) {
        QFileDevice::Permissions may = QFileDevice::ReadOwner | QFileDevice::ExeOwner;
        may.setFlag(QFileDevice::WriteOwner, isWritable);
        for (QDirIterator each(m_stand.dataFolder(),
                               QDir::AllEntries | QDir::NoDotAndDotDot,
                               QDirIterator::Subdirectories);
             each.hasNext();) {
            QFile::setPermissions(each.next(), may);
        }
        QFile::setPermissions(m_stand.dataFolder(), may);
    };
    const auto before = files();
    setWritable(false);
    const QList<QByteArray> all = m_stand.exported({u"--env"_s, u"Demo"_s});
    const QList<QByteArray> some = m_stand.exported(
        {u"--env"_s, u"Demo"_s, u"--filter"_s, u"type:dsync.* org:*"_s});
    setWritable(true);
    QCOMPARE(all, m_stand.lines());
    QVERIFY(some.size() > 10);
    QCOMPARE(files(), before);
}

QTEST_GUILESS_MAIN(ExportPlacesTest)
#include "tst_exportplaces.moc"
