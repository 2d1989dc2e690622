// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/storage/database.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <array>
#include <thread>
#include <vector>

using namespace playhead;
using namespace Qt::StringLiterals;

namespace {

constexpr std::array kOneStep{
    "CREATE TABLE notes (id INTEGER PRIMARY KEY, text TEXT NOT NULL UNIQUE)"};
constexpr std::array
    kTwoSteps{"CREATE TABLE notes (id INTEGER PRIMARY KEY, text TEXT NOT NULL UNIQUE)",
              "ALTER TABLE notes ADD COLUMN colour TEXT NOT NULL DEFAULT 'green'"};

Status addNote(Database &database, const QString &text)
{
    auto statement = database.prepare("INSERT INTO notes (text) VALUES (?1)");
    return statement ? statement->bind(1, text).run()
                     : Status(tl::unexpected<Error>(statement.error()));
}

qint64 countNotes(Database &database)
{
    auto statement = database.prepare("SELECT count(*) FROM notes");
    return statement && statement->step().value_or(false) ? statement->integer(0) : -1;
}

QString pragma(Database &database, const char *sql)
{
    auto statement = database.prepare(sql);
    return statement && statement->step().value_or(false) ? statement->text(0) : QString();
}

} // namespace

class TestDatabase : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u".?"_s));
        QVERIFY(m_folder.isValid());
    }

    void opensWithItsSettings()
    {
        auto database = Database::open(path());
        QVERIFY(database);
        QCOMPARE(pragma(*database, "PRAGMA journal_mode"), u"wal"_s);
        QCOMPARE(pragma(*database, "PRAGMA foreign_keys"), u"1"_s);
        QCOMPARE(pragma(*database, "PRAGMA synchronous"), u"1"_s);
        QCOMPARE(pragma(*database, "PRAGMA busy_timeout"), u"5000"_s);
    }

    void makesFolderAndFileForTheOwnerOnly()
    {
        const QString file = m_folder.filePath(u"größe/données.sqlite"_s);
        auto database = Database::open(file);
        QVERIFY(database);
        QVERIFY(database->migrate(u"notes"_s, kOneStep));
        constexpr auto kOthers = QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup
                                 | QFile::ReadOther | QFile::WriteOther | QFile::ExeOther;
        QVERIFY(!(QFileInfo(QFileInfo(file).path()).permissions() & kOthers));
        const auto files = QDir(QFileInfo(file).path()).entryInfoList(QDir::Files);
        QVERIFY(files.size() >= 2); // with its WAL
        for (const QFileInfo &info : files) {
            QVERIFY2(!(info.permissions() & kOthers), qPrintable(info.fileName()));
        }
    }

    void keepsEveryKindOfValue()
    {
        auto database = Database::open(u":memory:"_s);
        QVERIFY(database);
        QVERIFY(database->execute("CREATE TABLE kinds (a, b, c, d, e)"));
        auto insert = database->prepare("INSERT INTO kinds VALUES (?1, ?2, ?3, ?4, ?5)");
        QVERIFY(insert);
        const QByteArray bytes("\0\x01\xff", 3);
        const QString text = u"naïve \U0001F600 'quoted'"_s;
        insert->bind(1, std::numeric_limits<qint64>::min())
            .bind(2, text)
            .bind(3, bytes)
            .bindNull(4);
        QVERIFY(insert->bind(5, QByteArrayLiteral("")).run());
        auto select = database->prepare("SELECT * FROM kinds");
        QVERIFY(select);
        QVERIFY(select->step().value_or(false));
        QCOMPARE(select->integer(0), std::numeric_limits<qint64>::min());
        QCOMPARE(select->text(1), text);
        QCOMPARE(select->blob(2), bytes);
        QVERIFY(select->isNull(3));
        QVERIFY(select->blob(3).isNull());
        QVERIFY(!select->isNull(4));
        QVERIFY(!select->blob(4).isNull());
        QVERIFY(!select->step().value_or(true));
    }

    void bindsAgainAfterReset()
    {
        auto database = Database::open(u":memory:"_s);
        QVERIFY(database && database->migrate(u"notes"_s, kOneStep));
        auto insert = database->prepare("INSERT INTO notes (text) VALUES (?1)");
        QVERIFY(insert);
        for (const QString &text : {u"one"_s, u"two"_s}) {
            QVERIFY(insert->bind(1, text).run());
            insert->reset();
        }
        QCOMPARE(countNotes(*database), 2);
        // A parameter that does not exist is told, not ignored.
        QVERIFY(!insert->bind(1, u"three"_s).bind(7, qint64(1)).run());
        QCOMPARE(countNotes(*database), 2);
    }

    void migratesEachStepOnce()
    {
        {
            auto database = Database::open(path());
            QVERIFY(database && database->migrate(u"notes"_s, kOneStep));
            QVERIFY(addNote(*database, u"kept"_s));
            QVERIFY(database->migrate(u"notes"_s, kOneStep));
        }
        auto database = Database::open(path());
        QVERIFY(database && database->migrate(u"notes"_s, kTwoSteps));
        QVERIFY(database->migrate(u"notes"_s, kTwoSteps));
        QCOMPARE(pragma(*database, "SELECT text || colour FROM notes"), u"keptgreen"_s);
        // Components count on their own.
        constexpr std::array kOther{"CREATE TABLE others (id INTEGER PRIMARY KEY)"};
        QVERIFY(database->migrate(u"others"_s, kOther));
    }

    void refusesANewerDatabaseByName()
    {
        auto database = Database::open(path());
        QVERIFY(database && database->migrate(u"notes"_s, kTwoSteps));
        const Status older = database->migrate(u"notes"_s, kOneStep);
        QVERIFY(!older);
        QCOMPARE(older.error().code, ErrorCode::Damaged);
        QVERIFY(older.error().message.contains(u"newer Playhead"_s));
        QVERIFY(older.error().message.contains(u"notes"_s));
    }

    void leavesNothingOfAFailedMigration()
    {
        auto database = Database::open(path());
        QVERIFY(database);
        constexpr std::array kBroken{"CREATE TABLE first (id INTEGER)", "CREATE NONSENSE"};
        QVERIFY(!database->migrate(u"notes"_s, kBroken));
        QCOMPARE(pragma(*database, "SELECT count(*) FROM sqlite_master WHERE name = 'first'"),
                 u"0"_s);
        QVERIFY(database->migrate(u"notes"_s, kOneStep));
    }

    void rollsBackWhenTheWorkFails()
    {
        auto database = Database::open(path());
        QVERIFY(database && database->migrate(u"notes"_s, kOneStep));
        const Status failed = database->transaction([&database]() -> Status {
            if (Status added = addNote(*database, u"gone"_s); !added) {
                return added;
            }
            return failure(ErrorCode::Conflict, u"no"_s);
        });
        QCOMPARE(failed.error().code, ErrorCode::Conflict);
        QCOMPARE(countNotes(*database), 0);
        QVERIFY(database->transaction([&database] { return addNote(*database, u"stays"_s); }));
        QCOMPARE(countNotes(*database), 1);
        QCOMPARE(addNote(*database, u"stays"_s).error().code, ErrorCode::AlreadyExists);
    }

    void holdsBackForeignKeys()
    {
        auto database = Database::open(path());
        QVERIFY(database && database->migrate(u"notes"_s, kOneStep));
        QVERIFY(database->execute("CREATE TABLE marks (note INTEGER REFERENCES notes (id))"));
        QVERIFY(!database->execute("INSERT INTO marks VALUES (99)"));
    }

    void tellsWhyItDoesNotOpen()
    {
        const QString notADatabase = m_folder.filePath(u"text.sqlite"_s);
        QFile file(notADatabase);
        QVERIFY(file.open(QFile::WriteOnly));
        file.write(QByteArray(4096, 'x'));
        file.close();
        const auto damaged = Database::open(notADatabase);
        QVERIFY(!damaged);
        QCOMPARE(damaged.error().code, ErrorCode::Damaged);
        QVERIFY(damaged.error().message.contains(notADatabase));

        QVERIFY(QDir(m_folder.path()).mkpath(u"folder.sqlite"_s));
        const auto folder = Database::open(m_folder.filePath(u"folder.sqlite"_s));
        QVERIFY(!folder);
        QCOMPARE(folder.error().code, ErrorCode::Unreadable);

        const auto below = Database::open(notADatabase + u"/inside.sqlite"_s);
        QVERIFY(!below);
        QCOMPARE(below.error().code, ErrorCode::Unwritable);
    }

    void manyConnectionsWriteAtOnce()
    {
        constexpr int kWriters = 4;
        constexpr int kEach = 25;
        std::vector<std::thread> writers;
        std::array<int, kWriters> written{};
        for (int writer = 0; writer < kWriters; ++writer) {
            writers.emplace_back([this, writer, &written] {
                auto database = Database::open(path());
                if (!database || !database->migrate(u"notes"_s, kTwoSteps)) {
                    return;
                }
                for (int i = 0; i < kEach; ++i) {
                    const Status done = database->transaction([&] {
                        return addNote(*database,
                                       QString::number(writer) + u'-' + QString::number(i));
                    });
                    written.at(static_cast<size_t>(writer)) += done ? 1 : 0;
                }
            });
        }
        for (std::thread &writer : writers) {
            writer.join();
        }
        for (const int count : written) {
            QCOMPARE(count, kEach);
        }
        auto database = Database::open(path());
        QVERIFY(database);
        QCOMPARE(countNotes(*database), kWriters * kEach);
    }

private:
    /// A new file for each test function.
    QString path() const
    {
        return m_folder.filePath(QString::fromUtf8(QTest::currentTestFunction()) + u".sqlite"_s);
    }
    QTemporaryDir m_folder;
};

QTEST_GUILESS_MAIN(TestDatabase)
#include "tst_database.moc"
