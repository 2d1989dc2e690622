// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/core/nearestword.h"

#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace playhead;

class TestNearestWord : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }

    void findsMisspellingsAndNothingElse_data()
    {
        QTest::addColumn<QString>("given");
        QTest::addColumn<QString>("nearest");
        QTest::newRow("itself") << u"delay"_s << u"delay"_s;
        QTest::newRow("one letter") << u"dellay"_s << u"delay"_s;
        QTest::newRow("other separator") << u"rate_limit"_s << u"rate-limit"_s;
        QTest::newRow("the nearer one") << u"cut-gzp"_s << u"cut-gzip"_s;
        QTest::newRow("short word, one edit") << u"cat"_s << u"cut"_s;
        QTest::newRow("short word, two edits") << u"cab"_s << QString();
        QTest::newRow("short word, two letters swapped") << u"ctu"_s << u"cut"_s;
        QTest::newRow("first letters swapped") << u"edlay"_s << u"delay"_s;
        QTest::newRow("another word") << u"throttle"_s << QString();
        QTest::newRow("nothing") << QString() << QString();
    }

    void findsMisspellingsAndNothingElse()
    {
        QFETCH(QString, given);
        QFETCH(QString, nearest);
        QCOMPARE(nearestWord(given, {u"rate-limit"_s, u"delay"_s, u"cut"_s, u"cut-gzip"_s}),
                 nearest);
    }
};

QTEST_APPLESS_MAIN(TestNearestWord)
#include "tst_nearestword.moc"
