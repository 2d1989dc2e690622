// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "tests/model/api/sampleevents.h"
#include "tests/model/api/stubstream.h"
#include "tests/ui/mainwindow/windowstand.h"
#include "tests/ui/uisupport.h"
#include "ui/events/eventtable.h"
#include "ui/mainwindow/fetchbar.h"
#include "ui/mainwindow/tablepane.h"
#include "ui/mainwindow/taildesk.h"
#include "ui/mainwindow/tailmessages.h"
#include "ui/shared/inlinemessage.h"
#include "ui/shared/theme.h"

#include <QAction>
#include <QLabel>
#include <QPushButton>
#include <QRegularExpression>
#include <QScrollBar>
#include <QSettings>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTest>
#include <QToolButton>

#include <algorithm>

using namespace playhead;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const Instant kNow = *tryParseIsoInstant("2026-11-23T14:06:00Z");

FeedSettings quick()
{
    FeedSettings settings;
    settings.retry = {8, 1ms, 4ms};
    settings.tail.every = 10ms;
    settings.tail.longestPause = 40ms;
    settings.growthPause = 0ms;
    return settings;
}

/// The window on an environment whose server's events grow.
class Stand : public WindowStand
{
public:
    Stand()
        : WindowStand(quick())
    {
        stream = StubStream::even(200, kNow - 4h, 1min);
        stream.date = kNow;
        server.setFallback([this](const StubRequest &request) { return stream.answer(request); });
        staging.name = u"Staging"_s;
        staging.baseUrl = server.url();
        staging.keySource = KeySource::Memory;
    }
    bool openStaging() { return open(staging, {server.url(), "sk_test_secret"}, kNow); }
    bool goLive()
    {
        live()->trigger();
        return QTest::qWaitFor([this] { return feed().tailStatus().polls > 0; }, 20'000);
    }
    void happen(int number, Instant at)
    {
        const QByteArray type = "user.created";
        stream.events.push_back(
            {sampleId(number), type, "org_one", at, sampleEvent(number, at, type)});
    }
    QAction *live() { return action(u"liveTail"_s); }
    QToolButton *part() { return window().findChild<QToolButton *>(u"statusLive"_s); }
    InlineMessage &strip() { return window().findChild<TablePane *>()->tailStrip(); }
    QPushButton *choice(const char *id)
    {
        return strip().findChild<QPushButton *>(u"message-"_s + QLatin1StringView(id));
    }
    QPushButton *newest() { return window().findChild<QPushButton *>(u"goToNewest"_s); }

    StubServer server;
    StubStream stream;
    Environment staging;
};

} // namespace

class TestTailDesk : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        QStandardPaths::setTestModeEnabled(true);
        QCoreApplication::setOrganizationName(u"Playhead"_s);
        QCoreApplication::setApplicationName(u"tst_taildesk"_s);
        applyTheme(ThemeChoice::Light);
    }
    void init()
    {
        QSettings().clear();
        QTest::failOnWarning(anyRealWarning());
    }

    void theActionTurnsItOnAndOff()
    {
        Stand s;
        QVERIFY(s.openStaging());
        QVERIFY(s.live()->isEnabled() && !s.live()->isChecked());
        QVERIFY(!s.part()->isVisible());
        QVERIFY(s.goLive());
        QVERIFY(s.live()->isChecked());
        QTRY_COMPARE(s.events().shownCount(), 200u);
        QVERIFY(s.part()->isVisible());
        QTRY_VERIFY(s.part()->text().startsWith(u"Live, last good poll "_s));
        QCOMPARE(s.part()->accessibleDescription(), u"Live"_s);
        s.happen(900, kNow - 1s);
        QTRY_COMPARE(s.events().shownCount(), 201u);
        s.grab(u"live-tail"_s);

        s.live()->trigger();
        QTRY_COMPARE(s.feed().tailStatus().state, TailState::Off);
        QVERIFY(!s.live()->isChecked());
        QVERIFY(!s.part()->isVisible());
        s.server.forget();
        QTest::qWait(100);
        QCOMPARE(s.server.requests().size(), 0);
    }

    void theTimeSinceTheLastPollIsCounted()
    {
        Stand s;
        QVERIFY(s.openStaging());
        QVERIFY(s.goLive());
        s.server.setFallback([](const StubRequest &) {
            return StubAnswer{200, {}, {}, Travel::Silence};
        });
        const auto seconds = [&s] {
            const QRegularExpression text(u"^Live, last good poll (\\d+) s ago$"_s);
            return text.match(s.part()->text()).captured(1).toInt();
        };
        QTRY_VERIFY_WITH_TIMEOUT(seconds() >= 2, 10'000);
    }

    void narrowWindowsSayItShorter()
    {
        Stand s;
        QVERIFY(s.openStaging());
        QVERIFY(s.goLive());
        auto *button = s.window().findChild<QToolButton *>(u"liveButton"_s);
        const int wide = button->width();
        QTRY_COMPARE(s.events().shownCount(), 200u);
        QTRY_VERIFY(s.table().isAtNewest());
        s.window().resize(960, 600);
        QTRY_VERIFY(button->width() < wide / 2);
        QCOMPARE(button->accessibleName(), u"Live tail"_s);
        QTRY_VERIFY(!s.part()->text().contains(u"poll"_s));
        QVERIFY(s.part()->text().startsWith(u"Live, "_s));
        QVERIFY(s.part()->isVisible());
        QTRY_VERIFY(s.table().isAtNewest()); // as before
        s.grab(u"live-tail-narrow"_s);
    }

    void nobodyCountsWhileNobodySees()
    {
        Stand s;
        QVERIFY(s.openStaging());
        const auto *tick = s.window().findChild<TailDesk *>()->findChild<QTimer *>();
        QVERIFY(tick && !tick->isActive());
        QVERIFY(s.goLive());
        QVERIFY(tick->isActive());
        s.window().hide();
        QVERIFY(!tick->isActive());
        s.window().show();
        QVERIFY(tick->isActive());
        s.window().showMinimized();
        QTRY_VERIFY(!tick->isActive());
        s.window().showNormal();
        QTRY_VERIFY(tick->isActive());
        s.live()->trigger();
        QTRY_VERIFY(!tick->isActive());
    }

    void whatComesCountsAsLoaded()
    {
        Stand s;
        QVERIFY(s.openStaging());
        QVERIFY(s.goLive());
        QTRY_COMPARE(s.events().shownCount(), 200u);
        QSignalSpy resets(&s.events(), &QAbstractItemModel::modelReset);
        // Behind the end that "last 24 hours" had when it was picked.
        for (int i = 0; i < 10; ++i) {
            s.stream.date = kNow + i * 1min;
            s.happen(900 + i, kNow + i * 1min - 1s);
            QTRY_COMPARE(s.events().loadedCount(), quint32(201 + i));
        }
        QCOMPARE(resets.size(), 0);
        QVERIFY(s.events().scope().range.until > kNow + 8min);
        // Still so after the range was picked anew.
        FetchBar *bar = s.window().findChild<FetchBar *>();
        FetchChoice choice = bar->choice();
        choice.preset = RangePreset::Hours6;
        emit bar->choiceEdited(choice);
        QCOMPARE(s.events().loadedCount(), 210u);
        QVERIFY(s.live()->isChecked());
    }

    void theTableFollowsOrOffersTheNewest()
    {
        Stand s;
        QVERIFY(s.openStaging());
        QVERIFY(s.goLive());
        QTRY_COMPARE(s.events().shownCount(), 200u);
        EventTable &table = s.table();
        table.scrollToNewest();
        s.happen(900, kNow - 9s);
        QTRY_COMPARE(s.events().shownCount(), 201u);
        QTRY_COMPARE(table.verticalScrollBar()->value(), table.verticalScrollBar()->maximum());
        QVERIFY(!s.newest()->isVisible());
        table.verticalScrollBar()->setValue(500);
        for (int i = 1; i <= 42; ++i) {
            s.happen(900 + i, kNow - 9s + i * 1ms);
        }
        QTRY_COMPARE(s.newest()->text(), u"42 new, go to newest"_s);
        QVERIFY(s.newest()->isVisible());
        QCOMPARE(table.verticalScrollBar()->value(), 500);
        s.grab(u"live-tail-new"_s);
        s.newest()->click();
        QTRY_COMPARE(table.verticalScrollBar()->value(), table.verticalScrollBar()->maximum());
        QVERIFY(!s.newest()->isVisible());
    }

    void whatAFetchBringsIsNotNew()
    {
        Stand s;
        for (int i = 0; i < 150; ++i) {
            s.happen(500 + i, kNow - 72h + i * 1min);
        }
        std::rotate(s.stream.events.begin(), s.stream.events.begin() + 200, s.stream.events.end());
        QVERIFY(s.openStaging());
        QVERIFY(s.goLive());
        QTRY_COMPARE(s.events().shownCount(), 200u);
        s.table().verticalScrollBar()->setValue(500);
        FetchBar *bar = s.window().findChild<FetchBar *>();
        FetchChoice choice = bar->choice();
        choice.preset = RangePreset::Days7;
        emit bar->choiceEdited(choice);
        s.table().verticalScrollBar()->setValue(500);
        s.action(u"fetch"_s)->trigger();
        QTRY_COMPARE(s.events().shownCount(), 350u);
        QTRY_COMPARE(s.feed().tailStatus().state, TailState::Live);
        QVERIFY(!s.newest()->isVisible());
        QVERIFY(!s.table().isAtNewest());
        s.happen(900, kNow - 1s);
        QTRY_COMPARE(s.newest()->text(), u"1 new, go to newest"_s);
    }

    void aLateArrivalIsMarkedInTheTable()
    {
        Stand s;
        QVERIFY(s.openStaging());
        s.happen(900, kNow - 2s);
        QVERIFY(s.goLive());
        QTRY_COMPARE(s.events().shownCount(), 201u);
        s.happen(901, kNow - 5s);
        std::swap(*(s.stream.events.end() - 1), *(s.stream.events.end() - 2));
        QTRY_COMPARE(s.events().shownCount(), 202u);
        const auto isLate = [&s](int row) {
            return s.events().index(row, 0).data(EventTableModel::OutOfOrderRole).toBool();
        };
        QTRY_VERIFY(isLate(200));
        QVERIFY(!isLate(201) && !isLate(199));
        s.grab(u"live-tail-late"_s);
    }

    void itFollowsThePickers()
    {
        Stand s;
        QVERIFY(s.openStaging());
        QVERIFY(s.goLive());
        FetchBar *bar = s.window().findChild<FetchBar *>();
        FetchChoice choice = bar->choice();
        choice.types = {"user.created"};
        emit bar->choiceEdited(choice);
        QTRY_COMPARE(s.server.requests().constLast().parameter(u"events"_s), u"user.created"_s);
        QVERIFY(s.live()->isChecked());
        choice.preset = RangePreset::Custom;
        choice.custom = {kNow - 2h, kNow - 1h};
        emit bar->choiceEdited(choice);
        QTRY_COMPARE(s.feed().tailStatus().state, TailState::Off);
        QVERIFY(!s.live()->isChecked() && !s.live()->isEnabled());
        QVERIFY(s.live()->toolTip().contains(u"fixed time"_s));
    }

    void otherEnvironmentsAndStartsBeginWithoutIt()
    {
        Stand s;
        QVERIFY(s.openStaging());
        QVERIFY(s.goLive());
        s.window().setEnvironment(std::nullopt);
        QVERIFY(!s.live()->isChecked() && !s.live()->isEnabled());
        QVERIFY(!s.part()->isVisible());
        QTRY_COMPARE(s.feed().tailStatus().state, TailState::Off);
        s.staging = s.environment();
        QVERIFY(s.openStaging());
        QVERIFY(!s.live()->isChecked() && s.live()->isEnabled());
        QVERIFY(s.goLive());
        s.restart();
        QVERIFY(!s.live()->isChecked());
        QTRY_VERIFY(s.live()->isEnabled());
        s.happen(900, kNow - 30s);
        QVERIFY(s.goLive());
        QTRY_COMPARE(s.events().loadedCount(), 201u);
    }

    void anEditedEnvironmentSaysThatItIsOff()
    {
        Stand s;
        QVERIFY(s.openStaging());
        s.staging = s.environment();
        const auto *said = s.window().findChild<QLabel *>(u"statusLastaction"_s);
        QVERIFY(s.openStaging());
        QVERIFY(said && !said->text().contains(u"Live tail"_s));
        QVERIFY(s.goLive());
        s.window().setEnvironment(s.staging);
        QCOMPARE(said->text(), u"Live tail is off: the environment was changed."_s);
        // Its store is not open yet, which is another reason than the range.
        QVERIFY(!s.live()->isEnabled());
        QVERIFY2(s.live()->toolTip().contains(u"not open"_s), qPrintable(s.live()->toolTip()));
    }

    void aRefusalStopsItInPlace()
    {
        Stand s;
        QVERIFY(s.openStaging());
        QVERIFY(s.goLive());
        s.server.setFallback([](const StubRequest &) {
            return StubAnswer{401, "{}", {}, Travel::Whole};
        });
        QTRY_VERIFY(s.strip().message().has_value());
        QCOMPARE(s.strip().message()->title, u"Live tail has stopped"_s);
        QVERIFY(!s.live()->isChecked() && s.live()->isEnabled());
        QVERIFY(!s.part()->isVisible());
        QCOMPARE(s.events().shownCount(), 200u);
        QVERIFY(s.choice(kChoiceTailKey) != nullptr);
        s.grab(u"live-tail-stopped"_s);
        s.server.setFallback([&s](const StubRequest &request) { return s.stream.answer(request); });
        s.happen(900, kNow - 1s);
        s.choice(kChoiceTailAgain)->click();
        QTRY_COMPARE(s.events().shownCount(), 201u);
        QVERIFY(s.live()->isChecked());
        QVERIFY(s.strip().isEmpty());
    }

    void aPauseIsToldWithItsLength()
    {
        Stand s;
        QVERIFY(s.openStaging());
        QVERIFY(s.goLive());
        s.server.queue({429, "{}", {{"Retry-After", "30"}}, Travel::Whole});
        QTRY_VERIFY(s.strip().message().has_value());
        QVERIFY(s.strip().message()->title.startsWith(u"Slowed down by WorkOS, going on in "_s));
        QVERIFY(s.live()->isChecked());
        s.grab(u"live-tail-waiting"_s);
        s.choice(kChoiceTailStop)->click();
        QTRY_VERIFY(!s.live()->isChecked());
        QVERIFY(s.strip().isEmpty());
    }
};

QTEST_MAIN(TestTailDesk)
#include "tst_taildesk.moc"
