// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/environments/keyring.h"

#include <QRegularExpression>
#include <QTest>

using namespace playhead;
using namespace Qt::StringLiterals;

namespace {

Environment withSource(KeySource source, qint64 id = 1)
{
    Environment environment;
    environment.id = id;
    environment.keySource = source;
    return environment;
}

} // namespace

class TestKeyRing : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }

    void takesTheVariableOutOfTheEnvironment()
    {
        qputenv("WORKOS_API_KEY", " sk_test_variable\n");
        const KeyRing keys;
        QVERIFY(!qEnvironmentVariableIsSet("WORKOS_API_KEY"));
        QVERIFY(keys.hasVariable());
        QCOMPARE(keys.variableKey().value(), QByteArrayLiteral("sk_test_variable"));
        QVERIFY(!KeyRing().hasVariable());
    }

    void servesEachEnvironmentFromItsOwnSource()
    {
        KeyRing keys(QByteArrayLiteral("sk_variable"));
        keys.remember(1, QByteArrayLiteral("sk_one"));
        keys.remember(2, QByteArrayLiteral(" sk_two "));
        QCOMPARE(keys.key(withSource(KeySource::Variable)).value(),
                 QByteArrayLiteral("sk_variable"));
        QCOMPARE(keys.key(withSource(KeySource::Memory, 1)).value(), QByteArrayLiteral("sk_one"));
        QCOMPARE(keys.key(withSource(KeySource::Memory, 2)).value(), QByteArrayLiteral("sk_two"));
        QVERIFY(!keys.key(withSource(KeySource::Demo))->isEmpty());
        // The variable never stands in for a key that was to be typed.
        keys.forget(1);
        const auto forgotten = keys.key(withSource(KeySource::Memory, 1));
        QCOMPARE(forgotten.error().code, ErrorCode::KeyMissing);
        QVERIFY(forgotten.error().message.contains(u"memory"_s));
    }

    void triesAKeptKeyOnItsOwnServerOnly_data()
    {
        QTest::addColumn<QString>("address");
        QTest::addColumn<bool>("isGiven");
        QTest::newRow("same") << u"https://api.workos.com"_s << true;
        QTest::newRow("same server, with its port and a path")
            << u"https://api.workos.com:443/v2"_s << true;
        QTest::newRow("other host") << u"https://api.example.com"_s << false;
        QTest::newRow("other port") << u"https://api.workos.com:8443"_s << false;
        QTest::newRow("other scheme") << u"http://api.workos.com"_s << false;
    }

    void triesAKeptKeyOnItsOwnServerOnly()
    {
        QFETCH(const QString, address);
        QFETCH(const bool, isGiven);
        KeyRing keys(QByteArrayLiteral("sk_variable"));
        keys.remember(1, QByteArrayLiteral("sk_kept"));
        Environment stored = withSource(KeySource::Memory);
        stored.baseUrl = QUrl(u"https://api.workos.com"_s);
        Environment edited = stored;
        edited.baseUrl = QUrl(address);
        const auto key = keys.keyToTry(edited, stored);
        QCOMPARE(key.has_value(), isGiven);
        if (!key) {
            QCOMPARE(key.error().code, ErrorCode::WrongUsage);
            QVERIFY(key.error().message.contains(u"api.workos.com"_s));
            QVERIFY(!key.error().message.contains(u"sk_kept"_s));
        }
        // The variable belongs to no server; the edited fields name it.
        edited.keySource = KeySource::Variable;
        QCOMPARE(keys.keyToTry(edited, stored).value(), QByteArrayLiteral("sk_variable"));
        // Nothing is kept for a new one.
        QCOMPARE(keys.keyToTry(withSource(KeySource::Memory, 0), std::nullopt).error().code,
                 ErrorCode::KeyMissing);
    }

    void saysWhichSourceIsEmpty()
    {
        const KeyRing keys{QByteArray()};
        QVERIFY(!keys.hasVariable());
        const auto missing = keys.variableKey();
        QCOMPARE(missing.error().code, ErrorCode::KeyMissing);
        QVERIFY(missing.error().message.contains(u"WORKOS_API_KEY"_s));
    }

    void refusesAKeyThatWouldForgeAHeader()
    {
        for (const QByteArray &key : {QByteArrayLiteral("sk_a\r\nX-Evil: 1"),
                                      QByteArrayLiteral("sk a"),
                                      QByteArrayLiteral("sk_\xc3\xa4"),
                                      QByteArray("sk_\0x", 5)}) {
            const KeyRing keys(key);
            const auto refused = keys.variableKey();
            QCOMPARE(refused.error().code, ErrorCode::WrongUsage);
            QVERIFY(!refused.error().message.contains(u"Evil"_s));
        }
    }
};

QTEST_GUILESS_MAIN(TestKeyRing)
#include "tst_keyring.moc"
