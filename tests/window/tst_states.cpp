// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "tests/model/api/sampleevents.h"
#include "tests/model/api/stubstream.h"
#include "tests/ui/uisupport.h"
#include "tests/window/demowindow.h"
#include "ui/environments/environmentdialog.h"
#include "ui/mainwindow/mainwindow.h"
#include "ui/mainwindow/skeletonrows.h"
#include "ui/mainwindow/statuspart.h"
#include "ui/mainwindow/tablepane.h"
#include "ui/shared/inlinemessage.h"
#include "ui/shared/settings.h"

#include <QAction>
#include <QFile>
#include <QLabel>
#include <QSettings>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QToolButton>

using namespace playhead;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int kEvents = 250;
const QByteArray kKey = QByteArrayLiteral("sk_test_stub");

/// The window on a stub server, whose environment was just made with a typed key.
struct Stand
{
    explicit Stand(const QString &folder)
        : server(std::make_unique<StubServer>())
        , stream(StubStream::even(kEvents,
                                  std::chrono::floor<std::chrono::milliseconds>(
                                      std::chrono::system_clock::now())
                                      - 20h,
                                  1min))
        , demo(folder, false)
    {
        server->setFallback([this](const StubRequest &request) { return stream.answer(request); });
    }

    bool open()
    {
        Environment staging;
        staging.name = u"Staging"_s;
        staging.baseUrl = server->url();
        emit demo.window().environmentEdited(staging, kKey);
        return demo.waitOpened(u"Staging"_s);
    }
    /// The first pages come, what follows is answered by `after`.
    void answerLater(quint64 pages, const StubAnswer &answer)
    {
        server->setFallback([this, pages, answer](const StubRequest &request) {
            return request.number <= pages ? stream.answer(request) : answer;
        });
    }
    InlineMessage &strip() { return demo.window().findChild<TablePane *>()->strip(); }
    QString title() { return strip().message() ? strip().message()->title : QString(); }
    QString text() { return strip().message() ? strip().message()->text : QString(); }
    bool press(const QString &id)
    {
        auto *button = strip().findChild<QAbstractButton *>(u"message-"_s + id);
        if (button != nullptr) {
            button->click();
        }
        return button != nullptr;
    }
    quint32 loaded() { return demo.session().events().loadedCount(); }
    FetchState state() { return demo.session().feed().progress().state; }
    QString status(const QString &name)
    {
        return demo.window().findChild<QToolButton *>(u"status"_s + name)->text();
    }

    std::unique_ptr<StubServer> server;
    StubStream stream;
    DemoWindow demo;
};

StubAnswer refusal(int status, const QList<QPair<QByteArray, QByteArray>> &headers = {})
{
    return {status, R"({"message":"no"})", headers, Travel::Whole};
}

} // namespace

/// The states of the design's section 11 in the real window, on a server that misbehaves: told in place, and what is
/// loaded stays.
class TestStates : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        QStandardPaths::setTestModeEnabled(true);
        QCoreApplication::setOrganizationName(u"Playhead"_s);
        QCoreApplication::setApplicationName(u"tst_states"_s);
        applyTheme(ThemeChoice::Light);
    }
    void init()
    {
        // The offscreen platform says such things of every window and popup.
        QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support )."_s));
        QSettings().clear();
        settings().setTheme(ThemeChoice::Light);
        // The server's answers are told apart by how many came before.
        settings().setFetchLimits({1, {}});
        m_folder = std::make_unique<QTemporaryDir>();
    }

    void keyInMemoryIsToldOnceAndAskedForAfterARestart()
    {
        {
            Stand stand(m_folder->path());
            QVERIFY(stand.open());
            QTRY_COMPARE(stand.title(), u"The API key for Staging is kept until you quit"_s);
            grab(stand.demo.window(), u"state-key-kept"_s);
            stand.strip().findChild<QToolButton *>()->click();
            QVERIFY(stand.strip().isHidden());
            QVERIFY(stand.demo.fetch());
            QTRY_COMPARE(stand.loaded(), quint32(kEvents));
            QVERIFY(stand.strip().isHidden());
        }
        DemoWindow again(m_folder->path(), false);
        QVERIFY(again.waitOpened(u"Staging"_s));
        InlineMessage &strip = again.window().findChild<TablePane *>()->strip();
        QTRY_VERIFY(strip.message());
        QCOMPARE(strip.message()->title, u"Staging has no API key"_s);
        QVERIFY(again.session().events().loadedCount() > 0);
        grab(again.window(), u"state-no-key"_s);
        strip.findChild<QAbstractButton *>(u"message-changeKey"_s)->click();
        QVERIFY(again.waitDialog());
        QVERIFY(qobject_cast<EnvironmentDialog *>(again.dialog()));
        again.dialog()->reject();
    }

    void refusedKeyKeepsWhatIsLoaded()
    {
        Stand stand(m_folder->path());
        QVERIFY(stand.open());
        stand.answerLater(2, refusal(401));
        QVERIFY(stand.demo.fetch());
        QTRY_COMPARE(stand.title(), u"WorkOS refused the API key for Staging"_s);
        QTRY_COMPARE(stand.loaded(), 200U);
        QVERIFY2(stand.text().contains(u"The 200 events already loaded stay here."_s),
                 qPrintable(stand.text()));
        QCOMPARE(stand.status(u"Loaded"_s), u"200 loaded, range not read to its end"_s);
        QVERIFY(stand.status(u"Connection"_s).contains(u"last read failed"_s));
        grab(stand.demo.window(), u"state-401"_s);
        // The key is right after all: the read goes on where it broke off.
        stand.answerLater(1000, {});
        QVERIFY(stand.press(u"retry"_s));
        QTRY_COMPARE(stand.state(), FetchState::Done);
        QTRY_COMPARE(stand.loaded(), quint32(kEvents));
        QCOMPARE(stand.status(u"Loaded"_s), u"250 loaded, range complete"_s);
        QVERIFY(!stand.title().contains(u"refused"_s));
    }

    void pauseCountsDownAndCanBeStopped()
    {
        Stand stand(m_folder->path());
        QVERIFY(stand.open());
        stand.answerLater(1, refusal(429, {{"Retry-After", "18"}}));
        QVERIFY(stand.demo.trigger(u"fetch"_s));
        QTRY_COMPARE(stand.state(), FetchState::Waiting);
        QTRY_VERIFY2(stand.title().startsWith(u"Slowed down by WorkOS, going on in 1"_s),
                     qPrintable(stand.title()));
        const QString first = stand.title();
        const auto *button = stand.strip().findChild<QAbstractButton *>(u"message-stop"_s);
        grab(stand.demo.window(), u"state-429"_s);
        QTRY_VERIFY(stand.title() != first);
        // The keyboard's place is not lost with each second.
        QCOMPARE(stand.strip().findChild<QAbstractButton *>(u"message-stop"_s), button);
        QVERIFY(stand.press(u"stop"_s));
        QTRY_COMPARE(stand.title(), u"Stopped, 100 events loaded"_s);
        QVERIFY(stand.text().startsWith(u"They reach from "_s));
        QCOMPARE(stand.loaded(), 100U);
        grab(stand.demo.window(), u"state-stopped"_s);
        // Going on sooner asks no sooner: the pause is the server's.
        stand.answerLater(1000, {});
        QVERIFY(stand.press(u"goOn"_s));
        QTRY_COMPARE(stand.state(), FetchState::Waiting);
        QTRY_VERIFY(stand.title().startsWith(u"Slowed down by WorkOS, going on in "_s));
        QCOMPARE(stand.loaded(), 100U);
    }

    void serverFaultTellsTheTries()
    {
        Stand stand(m_folder->path());
        QVERIFY(stand.open());
        stand.answerLater(1, refusal(502, {{"Retry-After", "1"}}));
        QVERIFY(stand.demo.trigger(u"fetch"_s));
        QTRY_COMPARE_WITH_TIMEOUT(stand.state(), FetchState::Failed, 20'000);
        QTRY_COMPARE(stand.title(), u"WorkOS had a problem (502)"_s);
        QVERIFY2(stand.text().startsWith(u"Tried 8 times in "_s), qPrintable(stand.text()));
        QCOMPARE(stand.loaded(), 100U);
        QVERIFY(stand.press(u"details"_s));
        bool isQuoted = false;
        for (const QLabel *label : stand.strip().findChildren<QLabel *>()) {
            isQuoted = isQuoted
                       || (label->isVisible() && label->text().contains(u"502"_s)
                           && label->text().contains(u"\"no\""_s));
        }
        QVERIFY(isQuoted);
        grab(stand.demo.window(), u"state-502"_s);
    }

    void killedServerLeavesTheRows()
    {
        Stand stand(m_folder->path());
        QVERIFY(stand.open());
        stand.answerLater(1, {200, {}, {}, Travel::Silence});
        QVERIFY(stand.demo.trigger(u"fetch"_s));
        // Nothing more comes: the row with its share, and bars for what is awaited.
        QTRY_COMPARE(stand.loaded(), 100U);
        QTRY_COMPARE(stand.title(), u"Fetching the last 24 hours"_s);
        QCOMPARE(stand.text(), u"100 events, 2 requests"_s);
        stand.server.reset();
        QTRY_COMPARE_WITH_TIMEOUT(stand.state(), FetchState::Failed, 20'000);
        QTRY_VERIFY2(stand.title().startsWith(u"No connection to 127.0.0.1:"_s),
                     qPrintable(stand.title()));
        QVERIFY2(stand.text().contains(u"You see 100 events from the cache, read just now."_s),
                 qPrintable(stand.text()));
        QCOMPARE(stand.demo.session().events().shownCount(), 100U);
        QVERIFY(stand.demo.window().findChild<TablePane *>()->isTableShown());
        grab(stand.demo.window(), u"state-offline"_s);
    }

    void aStoreThatCannotBeOpenedLeavesNoOldRead()
    {
        Stand stand(m_folder->path());
        QVERIFY(stand.open());
        stand.answerLater(1, {200, {}, {}, Travel::Silence});
        QVERIFY(stand.demo.trigger(u"fetch"_s));
        QTRY_COMPARE(stand.loaded(), 100U);
        QFile inTheWay(m_folder->filePath(u"events/env-2"_s));
        QVERIFY(inTheWay.open(QIODevice::WriteOnly));
        QSignalSpy failed(&stand.demo.session().feed(), &EventFeed::openFailed);
        Environment other;
        other.name = u"Other"_s;
        other.baseUrl = stand.server->url();
        emit stand.demo.window().environmentEdited(other, kKey);
        QTRY_COMPARE(failed.size(), 1);
        QVERIFY(!stand.demo.window().findChild<QAction *>(u"stop"_s)->isEnabled());
        QVERIFY2(!stand.status(u"Connection"_s).startsWith(u"Reading"_s),
                 qPrintable(stand.status(u"Connection"_s)));
        QCOMPARE(stand.loaded(), 0U);
    }

    void aRangeSinceTheCursorStaysUntilTheCursorMoves()
    {
        Stand stand(m_folder->path());
        QVERIFY(stand.open());
        QVERIFY(stand.demo.fetch());
        QTRY_COMPARE(stand.loaded(), quint32(kEvents));
        QVERIFY(stand.demo.addCursor(u"audit"_s, stand.demo.loadedFromEnd(50)));
        QVERIFY(stand.demo.addCursor(u"billing-sync"_s, stand.demo.loadedFromEnd(100)));
        QVERIFY(stand.demo.trigger(u"fetchFromCursor"_s) && stand.demo.waitIdle());
        QTRY_COMPARE(stand.loaded(), 101U);
        CursorBook &book = stand.demo.session().cursors();
        QSignalSpy changed(&book, &CursorBook::changed);
        const QSignalSpy reset(&stand.demo.session().events(), &QAbstractItemModel::modelReset);
        Cursor audit = book.cursors().first();
        QCOMPARE(audit.name, u"audit"_s);
        audit.note = u"Nightly"_s;
        book.edit(audit);
        QVERIFY(changed.wait());
        QCOMPARE(reset.size(), 0);
    }

    void barsStandForWhatIsAwaited()
    {
        Stand stand(m_folder->path());
        stand.stream.events.resize(4);
        QVERIFY(stand.open());
        // Four events, then a page that does not come.
        const StubAnswer first{200,
                               pageBody(stand.stream.allRaw(), stand.stream.events.back().id),
                               {},
                               Travel::Whole};
        stand.server->setFallback([first](const StubRequest &request) {
            return request.number == 1 ? first : StubAnswer{200, {}, {}, Travel::Silence};
        });
        auto *bars = stand.demo.window().findChild<SkeletonRows *>();
        QVERIFY(bars->isHidden());
        QVERIFY(stand.demo.trigger(u"fetch"_s));
        QTRY_COMPARE(stand.loaded(), 4U);
        QTRY_VERIFY(bars->isVisible());
        QCOMPARE(bars->y(), 4 * bars->height() / 3); // Three rows, beneath four.
        grab(stand.demo.window(), u"state-loading"_s);
        QVERIFY(stand.demo.trigger(u"stop"_s));
        QTRY_VERIFY(!bars->isVisible());
        QCOMPARE(stand.loaded(), 4U);
    }

    void lostCursorOffersRecovery()
    {
        Stand stand(m_folder->path());
        QVERIFY(stand.open());
        QVERIFY(stand.demo.fetch());
        QTRY_COMPARE(stand.loaded(), quint32(kEvents));
        QVERIFY(stand.demo.addCursor(u"billing-sync"_s, stand.demo.loadedFromEnd(20)));
        stand.server->setFallback([](const StubRequest &request) {
            return StubAnswer{400,
                              R"({"message":"Event not found: ')"
                                  + request.parameter(u"after"_s).toUtf8() + R"('."})",
                              {},
                              Travel::Whole};
        });
        QVERIFY(stand.demo.trigger(u"fetchFromCursor"_s));
        QTRY_COMPARE(stand.title(), u"billing-sync points to an event WorkOS no longer has"_s);
        grab(stand.demo.window(), u"state-lost-cursor"_s);
        QVERIFY(stand.press(u"recover"_s));
        QVERIFY(stand.demo.waitDialog());
        QVERIFY(stand.demo.dialog()->inherits("playhead::RecoverDialog"));
        stand.demo.dialog()->reject();
        QVERIFY(stand.demo.waitNoDialog());
        QVERIFY(!stand.strip().isHidden());
        QVERIFY(stand.press(u"keepCursor"_s));
        QVERIFY(stand.strip().isHidden());
        QVERIFY(stand.loaded() > 0);
    }

    void statusPartsOpenTheirDetail()
    {
        Stand stand(m_folder->path());
        QVERIFY(stand.open());
        QVERIFY(stand.demo.fetch());
        QTRY_COMPARE(stand.loaded(), quint32(kEvents));
        MainWindow &window = stand.demo.window();
        const auto factsOf = [&window](const QString &name) -> FactsPopup * {
            window.findChild<QToolButton *>(name)->click();
            const QList<FactsPopup *> open = window.findChildren<FactsPopup *>();
            return open.isEmpty() ? nullptr : open.last();
        };
        FactsPopup *loaded = factsOf(u"statusLoaded"_s);
        QVERIFY(loaded && loaded->isVisible());
        QVERIFY2(loaded->accessibleDescription().contains(u"Complete: All of it"_s),
                 qPrintable(loaded->accessibleDescription()));
        grab(*loaded, u"status-loaded"_s);
        QTest::keyClick(loaded, Qt::Key_Escape);
        QTRY_VERIFY(window.findChildren<FactsPopup *>().isEmpty());
        FactsPopup *read = factsOf(u"statusConnection"_s);
        QVERIFY(read && read->accessibleDescription().contains(u"250 received"_s));
        QVERIFY(!read->accessibleDescription().contains(QString::fromLatin1(kKey)));
        grab(*read, u"status-connection"_s);
        QTest::keyClick(read, Qt::Key_Escape);
        QTRY_VERIFY(window.findChildren<FactsPopup *>().isEmpty());
        window.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        window.findChild<QToolButton *>(u"statusShown"_s)->click();
        QTRY_COMPARE(window.focusWidget()->objectName(), u"filterField"_s);
    }

private:
    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_MAIN(TestStates)
#include "tst_states.moc"
