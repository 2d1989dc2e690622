// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/environments/environmentbook.h"
#include "model/environments/keyring.h"
#include "model/storage/databaseworker.h"

#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace playhead;
using namespace Qt::StringLiterals;

namespace {

Environment named(const QString &name)
{
    Environment environment;
    environment.name = name;
    environment.baseUrl = QUrl(u"https://api.workos.com"_s);
    return environment;
}

} // namespace

class TestEnvironmentBook : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }

    void loadsSavesAndRemoves()
    {
        DatabaseWorker worker(path());
        EnvironmentBook book(worker);
        QSignalSpy loaded(&book, &EnvironmentBook::loaded);
        QSignalSpy changed(&book, &EnvironmentBook::changed);
        QSignalSpy saved(&book, &EnvironmentBook::saved);
        QSignalSpy failed(&book, &EnvironmentBook::failed);
        book.load();
        QTRY_COMPARE(changed.size(), 1);
        QCOMPARE(loaded.size(), 1);
        book.save(named(u"B"_s));
        book.save(named(u"A"_s));
        QTRY_COMPARE(saved.size(), 2);
        QCOMPARE(book.environments().size(), 2);
        QCOMPARE(book.environments().first().name, u"A"_s);
        const auto first = saved.first().first().value<Environment>();
        QCOMPARE(book.environment(first.id), std::optional(first));
        book.save(named(u"A"_s));
        QTRY_COMPARE(failed.size(), 1);
        QCOMPARE(failed.first().first().value<Error>().code, ErrorCode::AlreadyExists);
        book.remove(first.id);
        QTRY_COMPARE(book.environments().size(), 1);
        QCOMPARE(book.environment(first.id), std::nullopt);

        // All of it is there for the next start.
        EnvironmentBook next(worker);
        next.load();
        QTRY_COMPARE(next.environments(), book.environments());
    }

    void showsWhatAnotherProcessMade()
    {
        DatabaseWorker worker(path());
        DatabaseWorker otherWorker(path());
        EnvironmentBook book(worker);
        EnvironmentBook other(otherWorker);
        QSignalSpy saved(&other, &EnvironmentBook::saved);
        QSignalSpy failed(&book, &EnvironmentBook::failed);
        other.save(named(u"Mine"_s));
        QTRY_COMPARE(saved.size(), 1);
        book.save(named(u"Mine"_s));
        QTRY_COMPARE(failed.size(), 1);
        QCOMPARE(book.environments(), other.environments());
    }

    void tellsWhenNothingCanBeStored()
    {
        QFile file(m_folder.filePath(u"file"_s));
        QVERIFY(file.open(QFile::WriteOnly));
        DatabaseWorker worker(file.fileName() + u"/below.sqlite"_s);
        EnvironmentBook book(worker);
        QSignalSpy failed(&book, &EnvironmentBook::failed);
        book.load();
        book.save(named(u"A"_s));
        book.checkOrigin(named(u"A"_s), QByteArrayLiteral("k"));
        QTRY_COMPARE(failed.size(), 3);
        QCOMPARE(failed.first().first().value<Error>().code, ErrorCode::Unwritable);
    }

    void asksBeforeAnotherKeyAppendsAndStoresNoKey()
    {
        const QByteArray key = QByteArrayLiteral("sk_live_thisMustNeverBeWritten");
        const QByteArray otherKey = QByteArrayLiteral("sk_live_norMustThis");
        KeyRing keys(key);
        {
            DatabaseWorker worker(path());
            EnvironmentBook book(worker);
            QSignalSpy saved(&book, &EnvironmentBook::saved);
            QSignalSpy checked(&book, &EnvironmentBook::originChecked);
            book.save(named(u"A"_s));
            QTRY_COMPARE(saved.size(), 1);
            const auto environment = saved.first().first().value<Environment>();
            keys.remember(environment.id, otherKey);
            book.checkOrigin(environment, key);
            book.acceptOrigin(environment, key);
            book.checkOrigin(environment, key);
            book.checkOrigin(environment, keys.key(environment).value());
            QTRY_COMPARE(checked.size(), 3);
            QCOMPARE(checked.at(0).at(1).toBool(), false);
            QCOMPARE(checked.at(1).at(1).toBool(), false);
            QCOMPARE(checked.at(2).at(1).toBool(), true);
            searchFilesFor(key); // while WAL and database are open
            searchFilesFor(otherKey);
        }
        searchFilesFor(key);
        searchFilesFor(otherKey);
    }

private:
    void searchFilesFor(const QByteArray &secret)
    {
        int files = 0;
        QDirIterator it(m_folder.path(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
        while (it.hasNext()) {
            QFile file(it.next());
            QVERIFY(file.open(QFile::ReadOnly));
            QVERIFY2(!file.readAll().contains(secret), qPrintable(file.fileName()));
            ++files;
        }
        QVERIFY(files > 0);
    }
    QString path() const
    {
        return m_folder.filePath(QString::fromUtf8(QTest::currentTestFunction()) + u".sqlite"_s);
    }
    QTemporaryDir m_folder;
};

QTEST_GUILESS_MAIN(TestEnvironmentBook)
#include "tst_environmentbook.moc"
