// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/environments/environmentbook.h"
#include "model/environments/environmentstore.h"
#include "model/environments/organizationaliases.h"
#include "model/storage/databaseworker.h"

#include <QFile>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace playhead;
using namespace Qt::StringLiterals;

namespace {

const OrganizationId kFoo("org_foo");
const OrganizationId kBar("org_bar");
using Aliases = QHash<OrganizationId, QString>;

} // namespace

class TestOrganizationAliases : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }

    void storesChangesAndClears()
    {
        DatabaseWorker worker(path());
        const qint64 environment = makeEnvironment(worker, u"A"_s);
        OrganizationAliases book(worker);
        QSignalSpy changed(&book, &OrganizationAliases::changed);
        book.setEnvironment(environment);
        book.setAlias(kFoo, u"  Foo\n the   first "_s);
        QTRY_COMPARE(book.aliases(), (Aliases{{kFoo, u"Foo the first"_s}}));
        QCOMPARE(changed.size(), 1);
        book.setAlias(kFoo, u"Foo"_s);
        book.setAlias(kBar, u"Bar \u00e9"_s);
        QTRY_COMPARE(book.aliases(), (Aliases{{kFoo, u"Foo"_s}, {kBar, u"Bar \u00e9"_s}}));
        book.setAlias(kFoo, u" "_s);
        QTRY_COMPARE(book.aliases(), (Aliases{{kBar, u"Bar \u00e9"_s}}));

        // All of it is there for the next start.
        OrganizationAliases next(worker);
        next.setEnvironment(environment);
        QTRY_COMPARE(next.aliases(), book.aliases());
    }

    void eachEnvironmentHasItsOwn()
    {
        DatabaseWorker worker(path());
        const qint64 first = makeEnvironment(worker, u"A"_s);
        const qint64 second = makeEnvironment(worker, u"B"_s);
        OrganizationAliases book(worker);
        book.setEnvironment(first);
        book.setAlias(kFoo, u"Foo in A"_s);
        QTRY_COMPARE(book.aliases().size(), 1);
        QSignalSpy changed(&book, &OrganizationAliases::changed);
        book.setEnvironment(second);
        QVERIFY(book.aliases().isEmpty()); // at once: names of another environment are wrong ones
        QCOMPARE(changed.size(), 1);
        book.setAlias(kFoo, u"Foo in B"_s);
        QTRY_COMPARE(book.aliases().value(kFoo), u"Foo in B"_s);
        book.setEnvironment(first);
        QTRY_COMPARE(book.aliases().value(kFoo), u"Foo in A"_s);
        // An order given just before another environment opens still belongs to the first one.
        book.setAlias(kFoo, u"Foo again"_s);
        book.setEnvironment(second);
        QTRY_COMPARE(book.aliases().value(kFoo), u"Foo in B"_s);
        book.setEnvironment(first);
        QTRY_COMPARE(book.aliases().value(kFoo), u"Foo again"_s);
    }

    void goesWithItsEnvironment()
    {
        Database database = std::move(*Database::open(path()));
        EnvironmentStore store = std::move(*EnvironmentStore::open(database));
        Environment environment;
        environment.name = u"A"_s;
        environment.baseUrl = QUrl(u"https://api.workos.com"_s);
        const qint64 id = store.save(environment)->id;
        {
            DatabaseWorker worker(path());
            OrganizationAliases book(worker);
            book.setEnvironment(id);
            book.setAlias(kFoo, u"Foo"_s);
            QTRY_COMPARE(book.aliases().size(), 1);
        }
        QVERIFY(store.remove(id));
        auto count = database.prepare("SELECT COUNT(*) FROM organization_aliases");
        QVERIFY(count && *count->step());
        QCOMPARE(count->integer(0), 0);
    }

    void comesToADatabaseOfBefore()
    {
        Database database = std::move(*Database::open(path()));
        QVERIFY(EnvironmentStore::open(database));
        QVERIFY(database.execute("DROP TABLE organization_aliases"));
        for (const char *change : {"ALTER TABLE environments DROP COLUMN capture_size",
                                   "ALTER TABLE environments DROP COLUMN capture_sample",
                                   "ALTER TABLE environments DROP COLUMN is_listed"}) {
            QVERIFY(database.execute(change));
        }
        QVERIFY(database.execute(
            "UPDATE schema_versions SET version = 1 WHERE component = 'environments'"));
        DatabaseWorker worker(path());
        const qint64 environment = makeEnvironment(worker, u"A"_s);
        OrganizationAliases book(worker);
        book.setEnvironment(environment);
        book.setAlias(kFoo, u"Foo"_s);
        QTRY_COMPARE(book.aliases().size(), 1);
    }

    void nothingIsNamedWithoutAnEnvironment()
    {
        DatabaseWorker worker(path());
        OrganizationAliases book(worker);
        QSignalSpy failed(&book, &OrganizationAliases::failed);
        book.setAlias(kFoo, u"Foo"_s);
        book.setEnvironment(7); // removed meanwhile
        book.setAlias(kFoo, u"Foo"_s);
        QTRY_COMPARE(failed.size(), 1);
        QVERIFY(book.aliases().isEmpty());
    }

    void tellsWhenNothingCanBeStored()
    {
        QFile file(m_folder.filePath(u"file"_s));
        QVERIFY(file.open(QFile::WriteOnly));
        DatabaseWorker worker(file.fileName() + u"/below.sqlite"_s);
        OrganizationAliases book(worker);
        QSignalSpy failed(&book, &OrganizationAliases::failed);
        book.setEnvironment(1);
        book.setAlias(kFoo, u"Foo"_s);
        QTRY_COMPARE(failed.size(), 2);
        QCOMPARE(failed.first().first().value<Error>().code, ErrorCode::Unwritable);
    }

private:
    static qint64 makeEnvironment(DatabaseWorker &worker, const QString &name)
    {
        EnvironmentBook environments(worker);
        QSignalSpy saved(&environments, &EnvironmentBook::saved);
        Environment environment;
        environment.name = name;
        environment.baseUrl = QUrl(u"https://api.workos.com"_s);
        environments.save(environment);
        return saved.wait() ? saved.first().first().value<Environment>().id : 0;
    }
    QString path() const
    {
        return m_folder.filePath(QString::fromUtf8(QTest::currentTestFunction()) + u".sqlite"_s);
    }
    QTemporaryDir m_folder;
};

QTEST_GUILESS_MAIN(TestOrganizationAliases)
#include "tst_organizationaliases.moc"
