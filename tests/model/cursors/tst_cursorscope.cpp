// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/cursors/cursorage.h"
#include "model/cursors/cursorscope.h"
#include "model/cursors/movewords.h"

#include <QTest>

using namespace playhead;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const QList<QByteArray> kUsers{"user.created", "user.updated"};

CursorScope scope(const QList<QByteArray> &types,
                  const char *organization = "",
                  qint64 environment = 1)
{
    return {environment,
            environment == 1 ? u"Staging"_s : u"Production"_s,
            types,
            OrganizationId(organization)};
}

} // namespace

class TestCursorScope : public QObject
{
    Q_OBJECT

private slots:
    void tellsWhatDiffers_data();
    void tellsWhatDiffers();
    void theOrderOfTypesDoesNotMatter();
    void namesFewTypesOfMany();
    void warnsOfAPlaceThatGetsOld();
    void wordsOfMoves_data();
    void wordsOfMoves();
};

void TestCursorScope::tellsWhatDiffers_data()
{
    QTest::addColumn<CursorScope>("own");
    QTest::addColumn<CursorScope>("other");
    QTest::addColumn<QStringList>("has");
    QTest::addColumn<bool>("readsMore");
    QTest::addColumn<bool>("readsLess");
    QTest::newRow("the same") << scope(kUsers, "org_A") << scope(kUsers, "org_A") << QStringList()
                              << false << false;
    QTest::newRow("fewer types") << scope({}) << scope(kUsers)
                                 << QStringList{u"all types"_s, u"user.created, user.updated"_s}
                                 << false << true;
    QTest::newRow("more types")
        << scope({"user.created"}) << scope(kUsers)
        << QStringList{u"counts user.created and is used with user.created,"_s} << true << false;
    QTest::newRow("all types") << scope(kUsers) << scope({}) << QStringList{u"with all types"_s}
                               << true << false;
    QTest::newRow("other types") << scope({"user.created"}) << scope({"user.deleted"})
                                 << QStringList{u"user.deleted"_s, u"never processed"_s} << true
                                 << true;
    QTest::newRow("one organization")
        << scope({}) << scope({}, "org_A") << QStringList{u"all organizations"_s, u"org_A"_s}
        << false << true;
    QTest::newRow("all organizations")
        << scope({}, "org_A") << scope({}) << QStringList{u"never processed"_s} << true << false;
    QTest::newRow("environment") << scope({}) << scope({}, "", 2)
                                 << QStringList{u"belongs to Staging and is used with Production"_s,
                                                u"does not exist there"_s}
                                 << true << true;
}

void TestCursorScope::tellsWhatDiffers()
{
    QFETCH(CursorScope, own);
    QFETCH(CursorScope, other);
    QFETCH(QStringList, has);
    const ScopeDifference difference(own, other);
    QTEST(difference.readsMore(), "readsMore");
    QTEST(difference.readsLess(), "readsLess");
    QCOMPARE(difference.isEmpty(), has.isEmpty());
    QCOMPARE(difference.text().isEmpty(), has.isEmpty());
    for (const QString &part : has) {
        QVERIFY2(difference.text().contains(part), qPrintable(difference.text()));
    }
}

void TestCursorScope::theOrderOfTypesDoesNotMatter()
{
    QVERIFY(ScopeDifference(scope({"b", "a", "a"}), scope({"a", "b"})).isEmpty());
}

void TestCursorScope::namesFewTypesOfMany()
{
    const ScopeDifference difference(scope({"e", "d", "c", "b", "a"}), scope({}));
    QCOMPARE(difference.sentences().front(),
             u"The cursor counts a, b, c and 2 more and is used with all types."_s);
    QCOMPARE(difference.sentences().size(), 2);
}

void TestCursorScope::warnsOfAPlaceThatGetsOld()
{
    const Instant horizon = instantFromUs(1'000'000'000'000);
    const auto after = [](Instant time) {
        return CursorPosition(AfterEvent{EventId("event_a"), time});
    };
    QCOMPARE(ageOf(after(horizon + 7 * 24h), horizon), CursorAge::Fine);
    QCOMPARE(ageOf(after(horizon + 7 * 24h - 1us), horizon), CursorAge::Soon);
    QCOMPARE(ageOf(after(horizon), horizon), CursorAge::Soon);
    QCOMPARE(ageOf(after(horizon - 1us), horizon), CursorAge::Lost);
    QCOMPARE(ageOf(FromTime{horizon - 1h}, horizon), CursorAge::Soon);
    QCOMPARE(untilLost(after(horizon + 3h), horizon), Duration(3h));
    QCOMPARE(untilLost(after(horizon - 3h), horizon), Duration(-3h));
}

void TestCursorScope::wordsOfMoves_data()
{
    QTest::addColumn<QString>("words");
    QTest::addColumn<QString>("expected");
    QTest::newRow("one") << eventsWords(1) << u"1 event"_s;
    QTest::newRow("many") << eventsWords(100) << u"100 events"_s;
    QTest::newRow("hours") << durationWords(2h) << u"2 h"_s;
    QTest::newRow("mixed") << durationWords(36h + 90s) << u"1 d 12 h 1 min 30 s"_s;
    QTest::newRow("short") << durationWords(20ms) << u"20 ms"_s;
}

void TestCursorScope::wordsOfMoves()
{
    QFETCH(QString, words);
    QTEST(words, "expected");
}

QTEST_GUILESS_MAIN(TestCursorScope)
#include "tst_cursorscope.moc"
