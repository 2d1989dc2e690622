// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "app/commands/fetchstatusline.h"

#include <QRegularExpression>
#include <QTest>

using namespace playhead;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class FetchStatusLineTest : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }
    void tellsHowFarItIs();
    void tellsTheWaitAndItsReason();
};

void FetchStatusLineTest::tellsHowFarItIs()
{
    FetchProgress progress;
    progress.state = FetchState::Running;
    progress.events = 1200;
    progress.requests = 14;
    progress.share = 0.999;
    QCOMPARE(fetchStatusText(progress, 0s), u"1200 events, 14 requests, 99 % of the time"_s);
    progress.windows = 3;
    progress.windowsInAll = 8;
    QCOMPARE(fetchStatusText(progress, 0s),
             u"1200 events, 14 requests, 99 % of the time, 3 of 8 windows"_s);
}

void FetchStatusLineTest::tellsTheWaitAndItsReason()
{
    FetchProgress progress;
    progress.state = FetchState::Waiting;
    progress.waitReason = {ErrorCode::RateLimited, u"Too many requests."_s, {}, 429};
    QCOMPARE(fetchStatusText(progress, 18s),
             u"0 events, 0 requests, 0 % of the time; next try in 18 s: Too many requests."_s);
    progress.state = FetchState::Running;
    QVERIFY(!fetchStatusText(progress, 18s).contains(u"18"_s));
}

QTEST_GUILESS_MAIN(FetchStatusLineTest)
#include "tst_fetchstatusline.moc"
