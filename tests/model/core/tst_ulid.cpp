// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/core/ulid.h"

#include <QRandomGenerator>
#include <QRegularExpression>
#include <QTest>

using namespace playhead;
using namespace Qt::StringLiterals;

class TestUlid : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }

    void everyValueComesBack()
    {
        QRandomGenerator random(3);
        for (int i = 0; i < 20000; ++i) {
            UlidBytes bytes{};
            for (quint8 &byte : bytes) {
                byte = static_cast<quint8>(random.bounded(256));
            }
            const QByteArray text = encodeUlid(bytes);
            QCOMPARE(text.size(), 26);
            QCOMPARE(decodeUlid(text), std::optional(bytes));
        }
        UlidBytes largest{};
        largest.fill(0xff);
        QCOMPARE(encodeUlid(largest), QByteArrayLiteral("7ZZZZZZZZZZZZZZZZZZZZZZZZZ"));
        QCOMPARE(encodeUlid({}), QByteArrayLiteral("00000000000000000000000000"));
    }

    void refusesWhatWouldNotComeBack_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("short") << QByteArrayLiteral("01ARZ3NDEKTSV4RRFFQ69G5FA");
        QTest::newRow("long") << QByteArrayLiteral("01ARZ3NDEKTSV4RRFFQ69G5FAVV");
        QTest::newRow("over 128 bits") << QByteArrayLiteral("81ARZ3NDEKTSV4RRFFQ69G5FAV");
        QTest::newRow("letter out of the alphabet")
            << QByteArrayLiteral("01ARZ3NDEKTSV4RRFFQ69G5FAU");
        QTest::newRow("lower case") << QByteArrayLiteral("01arz3ndektsv4rrffq69g5fav");
        QTest::newRow("empty") << QByteArray();
    }
    void refusesWhatWouldNotComeBack()
    {
        QFETCH(QByteArray, text);
        QVERIFY(!decodeUlid(text));
    }

    void tellsTheTimeOfAnId()
    {
        // The specification's own example: 1469918176385 ms.
        QCOMPARE(ulidTime("event_01ARYZ6S41TSV4RRFFQ69G5FAV"),
                 std::optional(Instant(std::chrono::milliseconds(1469918176385))));
        QCOMPARE(ulidTime("01ARYZ6S41TSV4RRFFQ69G5FAV"),
                 std::optional(Instant(std::chrono::milliseconds(1469918176385))));
        QVERIFY(!ulidTime("evt_123"));
        QVERIFY(!ulidTime(""));
    }
};

QTEST_GUILESS_MAIN(TestUlid)
#include "tst_ulid.moc"
