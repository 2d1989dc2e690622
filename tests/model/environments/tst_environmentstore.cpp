// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/environments/environmentstore.h"

#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace playhead;
using namespace Qt::StringLiterals;

namespace {

Environment staging()
{
    Environment environment;
    environment.name = u"Staging"_s;
    environment.baseUrl = QUrl(u"https://api.workos.com"_s);
    environment.keySource = KeySource::Variable;
    environment.colour = EnvironmentColour::Purple;
    return environment;
}

Environment demo()
{
    Environment environment;
    environment.name = u"Demo"_s;
    environment.keySource = KeySource::Demo;
    environment.demoEndUs = 1763848731306000;
    environment.demoSeed = 0xfedcba9876543210ULL;
    environment.demoEvents = 2000;
    return environment;
}

} // namespace

class TestEnvironmentStore : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }

    void keepsCaptures()
    {
        Environment capture;
        capture.name = u"a.ndjson"_s;
        capture.keySource = KeySource::Capture;
        capture.baseUrl = QUrl::fromLocalFile(u"/data/a b#1.ndjson"_s);
        capture.captureSize = 1'234'567'890'123;
        capture.captureSample = 0xfedcba9876543210ULL;
        {
            auto database = Database::open(path());
            auto store = EnvironmentStore::open(*database);
            Environment named = staging();
            named.name = u"z"_s;
            QVERIFY(store->save(named));
            const auto saved = store->save(capture);
            QVERIFY(saved);
            capture.id = saved->id;
            capture.isListed = false;
            QVERIFY(store->save(capture));
            QCOMPARE(store->isOtherOrigin(capture, "key").value(), false);
        }
        auto database = Database::open(path());
        auto store = EnvironmentStore::open(*database);
        QCOMPARE(store->environments()->last(), capture); // behind all others
        QCOMPARE(store->environments()->last().baseUrl.toLocalFile(), u"/data/a b#1.ndjson"_s);
    }

    void keepsEverythingOverARestart()
    {
        QList<Environment> expected;
        {
            auto database = Database::open(path());
            QVERIFY(database);
            auto store = EnvironmentStore::open(*database);
            QVERIFY(store);
            QVERIFY(store->environments().value().isEmpty());
            for (int i = 0; i < 5; ++i) {
                Environment environment = staging();
                environment.name = u"env %1"_s.arg(4 - i);
                environment.colour = static_cast<EnvironmentColour>(i);
                environment.isProduction = i % 2 == 1;
                environment.keySource = i == 2 ? KeySource::Memory : KeySource::Variable;
                const auto saved = store->save(environment);
                QVERIFY(saved);
                QVERIFY(saved->id > 0);
                environment.id = saved->id;
                QCOMPARE(*saved, environment);
                expected.prepend(environment);
            }
            const auto saved = store->save(demo());
            QVERIFY(saved);
            expected.prepend(*saved); // the demo stands first
        }
        auto database = Database::open(path());
        QVERIFY(database);
        auto store = EnvironmentStore::open(*database);
        QVERIFY(store);
        QCOMPARE(store->environments().value(), expected);
        QCOMPARE(store->environment(u" env 3 "_s).value(), expected.at(4));
        QCOMPARE(store->environment(expected.at(1).id).value(), expected.at(1));
        QCOMPARE(store->environment(u"env 9"_s).error().code, ErrorCode::NotFound);
    }

    void trimsNamesAndHoldsThemUnique()
    {
        auto database = Database::open(path());
        QVERIFY(database);
        auto store = EnvironmentStore::open(*database);
        QVERIFY(store);
        Environment environment = staging();
        environment.name = u"  Stäging 😀 "_s;
        environment.baseUrl = QUrl(u"HTTPS://API.workos.com/"_s);
        const auto saved = store->save(environment);
        QVERIFY(saved);
        QCOMPARE(saved->name, u"Stäging 😀"_s);
        QCOMPARE(saved->baseUrl, QUrl(u"https://api.workos.com"_s));
        QCOMPARE(store->save(environment).error().code, ErrorCode::AlreadyExists);
        environment.name = u"   "_s;
        QCOMPARE(store->save(environment).error().code, ErrorCode::WrongUsage);
        environment.name = u"other"_s;
        environment.baseUrl = QUrl(u"http://api.workos.com"_s);
        QCOMPARE(store->save(environment).error().code, ErrorCode::WrongUsage);

        Environment second = staging();
        const auto savedSecond = store->save(second);
        QVERIFY(savedSecond);
        second = *savedSecond;
        second.name = u"Stäging 😀"_s;
        QCOMPARE(store->save(second).error().code, ErrorCode::AlreadyExists);
        second.name = u"Renamed"_s;
        QCOMPARE(store->save(second).value(), second);
        QCOMPARE(store->environments().value().size(), 2);
    }

    void holdsOneDemo()
    {
        auto database = Database::open(path());
        QVERIFY(database);
        auto store = EnvironmentStore::open(*database);
        QVERIFY(store);
        const auto first = store->save(demo());
        QVERIFY(first);
        Environment second = demo();
        second.name = u"Another"_s;
        const auto refused = store->save(second);
        QCOMPARE(refused.error().code, ErrorCode::AlreadyExists);
        QVERIFY(refused.error().message.contains(u"demo"_s));
        QCOMPARE(store->save(*first).value(), *first);
        QCOMPARE(store->environments().value().size(), 1);
    }

    void neverGivesAnIdAgain()
    {
        auto database = Database::open(path());
        QVERIFY(database);
        auto store = EnvironmentStore::open(*database);
        QVERIFY(store);
        auto saved = store->save(staging());
        QVERIFY(saved);
        const qint64 first = saved->id;
        QVERIFY(store->remove(first));
        QCOMPARE(store->save(*saved).error().code, ErrorCode::NotFound); // removed meanwhile
        saved = store->save(staging());
        QVERIFY(saved);
        QVERIFY(saved->id > first);
    }

    void knowsAnotherOrigin()
    {
        auto database = Database::open(path());
        QVERIFY(database);
        auto store = EnvironmentStore::open(*database);
        QVERIFY(store);
        Environment environment = store->save(staging()).value();
        const QByteArray key = QByteArrayLiteral("sk_live_one");
        QCOMPARE(store->isOtherOrigin(environment, key).value(), false); // nothing stored yet
        QVERIFY(store->setOrigin(environment, key));
        QCOMPARE(store->isOtherOrigin(environment, key).value(), false);
        QCOMPARE(store->isOtherOrigin(environment, QByteArrayLiteral("sk_live_two")).value(), true);
        environment.name = u"Other name"_s;
        environment = store->save(environment).value();
        QCOMPARE(store->isOtherOrigin(environment, key).value(), false);
        environment.baseUrl = QUrl(u"https://api.workos.example"_s);
        environment = store->save(environment).value();
        QCOMPARE(store->isOtherOrigin(environment, key).value(), true);
        QVERIFY(store->setOrigin(environment, key));
        QCOMPARE(store->isOtherOrigin(environment, key).value(), false);
        // The demo never asks.
        const Environment demonstration = store->save(demo()).value();
        QVERIFY(store->setOrigin(demonstration, key));
        QCOMPARE(store->isOtherOrigin(demonstration, QByteArrayLiteral("x")).value(), false);
    }

    void keepsOneSaltPerDatabase()
    {
        auto database = Database::open(path());
        auto other = Database::open(path());
        auto foreign = Database::open(u":memory:"_s);
        QVERIFY(database && other && foreign);
        auto store = EnvironmentStore::open(*database);
        auto otherStore = EnvironmentStore::open(*other);
        auto foreignStore = EnvironmentStore::open(*foreign);
        QVERIFY(store && otherStore && foreignStore);
        const auto salt = store->salt();
        QVERIFY(salt);
        QCOMPARE(salt->size(), 16);
        QCOMPARE(otherStore->salt().value(), *salt);
        QVERIFY(foreignStore->salt().value() != *salt);
    }

    void namesStoresByUrlKeyAndStream()
    {
        const QUrl api(u"https://api.workos.com"_s);
        const QUrl local(u"http://[::1]:4100"_s);
        const QByteArray key = QByteArrayLiteral("sk_live_secret");
        const QByteArray salt = QByteArrayLiteral("salt");
        const QString name = storeKeyFor(api, key, salt, {});
        QVERIFY(QRegularExpression(u"^url-[a-z0-9._-]+$"_s).match(name).hasMatch());
        QVERIFY(!name.contains(u"secret"_s));
        QCOMPARE(storeKeyFor(QUrl(u"https://api.workos.com/"_s), key, salt, QByteArrayLiteral("s")),
                 name);
        QVERIFY(storeKeyFor(api, QByteArrayLiteral("sk_live_other"), salt, {}) != name);
        QVERIFY(storeKeyFor(api, key, QByteArrayLiteral("pepper"), {}) != name);
        QVERIFY(storeKeyFor(QUrl(u"https://api.workos.com:444"_s), key, salt, {}) != name);
        const QString stream = storeKeyFor(local, key, salt, QByteArrayLiteral("seed=1"));
        QVERIFY(QRegularExpression(u"^url-[a-z0-9._-]+$"_s).match(stream).hasMatch());
        QVERIFY(storeKeyFor(local, key, salt, QByteArrayLiteral("seed=2")) != stream);
        Environment environment = staging();
        environment.id = 7;
        QCOMPARE(storeKeyFor(environment), u"env-7"_s);
    }

private:
    QString path() const
    {
        return m_folder.filePath(QString::fromUtf8(QTest::currentTestFunction()) + u".sqlite"_s);
    }
    QTemporaryDir m_folder;
};

QTEST_GUILESS_MAIN(TestEnvironmentStore)
#include "tst_environmentstore.moc"
