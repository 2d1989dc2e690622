// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "tests/ui/requests/sentrequestsstand.h"
#include "ui/shared/settings.h"
#include "ui/shared/theme.h"

#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QSettings>

using namespace playhead;
using namespace Qt::StringLiterals;

namespace {

using Stand = SentRequestsStand;

RequestRecord good()
{
    RequestRecord record;
    record.facts.status = 200;
    record.events = 100;
    return record;
}

RequestRecord failed()
{
    RequestRecord record;
    record.facts.status = 503;
    record.error = {ErrorCode::ServerFailed, u"It went wrong."_s, {}, 503};
    return record;
}

QString wordsOn(const QWidget &root, const QString &name)
{
    QStringList words;
    const auto labels = root.findChild<QWidget *>(name)->findChildren<QLabel *>();
    for (const QLabel *label : labels) {
        words << label->text();
    }
    return words.join(u'\n');
}

QAction *actionNamed(const QTableView &table, const QString &text)
{
    const auto actions = table.actions();
    for (QAction *action : actions) {
        if (action->text() == text) {
            return action;
        }
    }
    return nullptr;
}

} // namespace

/// What the request log's window says of the selected request, and what it lets one do with it.
class TestSentRequestsSelected : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
        QCoreApplication::setApplicationName(u"tst_sentrequestsselected"_s);
        applyTheme(ThemeChoice::Light);
    }
    void init()
    {
        // The offscreen platform says such things of every window.
        QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support )."_s));
        QSettings().clear();
    }

    void problemsThatWentAreNotDenied()
    {
        Stand s;
        QVERIFY(s.open());
        SentRequestsWindow *log = s.openLog();
        const QTableView *table = tableNamed(*log, u"Request log"_s);
        auto *only = Stand::part<QCheckBox>(*log, u"problemsOnly"_s);
        s.window.requests().add(good());
        QTRY_COMPARE(table->model()->rowCount(), 1);
        only->click();
        QVERIFY2(wordsOn(*log, u"noRequest"_s).contains(u"none has a note: 1 request."_s),
                 qPrintable(wordsOn(*log, u"noRequest"_s)));
        RequestRecord retry = failed();
        retry.tryNumber = 2;
        s.window.requests().add(retry);
        QTRY_COMPARE(table->model()->rowCount(), 1);
        for (size_t i = 0; i < RequestLog::kKept; ++i) {
            s.window.requests().add(good());
        }
        QTRY_COMPARE(table->model()->rowCount(), 0);
        QTRY_COMPARE(wordsOn(*log, u"noRequest"_s),
                     u"No problem\nNone of the newest 10,000 requests has a problem."_s);
    }

    void copiesAsManyRowsAsItSays()
    {
        Stand s;
        QVERIFY(s.open());
        SentRequestsWindow *log = s.openLog();
        QTableView *table = tableNamed(*log, u"Request log"_s);
        for (const RequestRecord &record : {good(), good(), good(), failed()}) {
            s.window.requests().add(record);
        }
        QTRY_COMPARE(table->model()->rowCount(), 4);
        select(table, 0);
        table->selectionModel()->select(QItemSelection(table->model()->index(0, 0),
                                                       table->model()->index(2, 0)),
                                        QItemSelectionModel::Select | QItemSelectionModel::Rows);
        auto *copy = Stand::part<QPushButton>(*log, u"copyRow"_s);
        QCOMPARE(copy->text(), u"Copy 3 rows"_s);
        Stand::part<QCheckBox>(*log, u"problemsOnly"_s)->click();
        QCOMPARE(table->model()->rowCount(), 1);
        // What is shown in full stays, and is the one that is copied.
        QCOMPARE(copy->text(), u"Copy row"_s);
        copy->click();
        QCOMPARE(QGuiApplication::clipboard()->text().count(u'\n'), 0);
    }

    void nothingIsOfferedWhenNothingIsShown()
    {
        Stand s;
        QVERIFY(s.open());
        SentRequestsWindow *log = s.openLog();
        QTableView *table = tableNamed(*log, u"Request log"_s);
        s.window.requests().add(good());
        s.window.requests().add(good());
        QTRY_COMPARE(table->model()->rowCount(), 2);
        table->selectAll();
        QCOMPARE(Stand::part<QPushButton>(*log, u"copyRow"_s)->text(), u"Copy 2 rows"_s);
        QVERIFY(actionNamed(*table, u"Copy Row"_s)->isEnabled());
        s.window.requests().clear();
        QCOMPARE(Stand::part<QPushButton>(*log, u"copyRow"_s)->text(), u"Copy row"_s);
        const auto actions = table->actions();
        QVERIFY(actions.size() >= 4);
        for (const QAction *action : actions) {
            QVERIFY2(!action->isEnabled(), qPrintable(action->text()));
        }
    }

    void waitingIsToldWhereverOneLooksMeanwhile()
    {
        Stand s;
        QVERIFY(s.open() && s.fetch());
        SentRequestsWindow *log = s.openLog();
        QTableView *table = tableNamed(*log, u"Request log"_s);
        QTRY_VERIFY(table->model()->rowCount() >= 4);
        const int rows = table->model()->rowCount();
        select(table, 0);
        auto *button = Stand::part<QPushButton>(*log, u"repeat"_s);
        const QAction *again = actionNamed(*table, u"Run Again"_s);
        const auto *told = Stand::part<QWidget>(*log, u"repeated"_s);
        QVERIFY(button->isEnabled() && again->isEnabled());
        const QString offered = button->toolTip();
        s.server.holdUntil(2);
        const qsizetype sent = s.server.requests().size();
        button->click();
        QTRY_COMPARE(s.server.requests().size(), sent + 1);
        const auto isWaitTold = [&] {
            return told->isVisibleTo(log)
                   && wordsOn(*log, u"repeated"_s).contains(u"Running again."_s);
        };
        QVERIFY(isWaitTold());
        QVERIFY(!button->isEnabled() && !again->isEnabled());
        select(table, 1);
        QVERIFY(!told->isVisibleTo(log));
        QVERIFY(!button->isEnabled() && !again->isEnabled());
        QVERIFY2(button->toolTip().contains(u"one at a time"_s), qPrintable(button->toolTip()));
        select(table, 0);
        QVERIFY(isWaitTold());
        log->setTimeZone(QTimeZone::utc());
        QVERIFY(isWaitTold());
        // A second request lets the stub answer both.
        QNetworkAccessManager network;
        const std::unique_ptr<QNetworkReply> other(network.get(QNetworkRequest(s.server.url())));
        QTRY_COMPARE(table->model()->rowCount(), rows + 1);
        QTRY_VERIFY(button->isEnabled());
        QVERIFY(again->isEnabled());
        QCOMPARE(button->toolTip(), offered);
        QVERIFY2(wordsOn(*log, u"repeated"_s).contains(u"Run again: 200"_s),
                 qPrintable(wordsOn(*log, u"repeated"_s)));
        log->setTimeZone(QTimeZone::utc());
        QVERIFY(told->isVisibleTo(log));
    }

    void refusalStaysWithItsRequest()
    {
        Stand s;
        QVERIFY(s.open() && s.fetch());
        SentRequestsWindow *log = s.openLog();
        QTableView *table = tableNamed(*log, u"Request log"_s);
        QTRY_VERIFY(table->model()->rowCount() >= 4);
        select(table, 0);
        s.window.feed().setFetchTarget({QUrl(u"http://127.0.0.1:9"_s), Stand::kKey});
        Stand::part<QPushButton>(*log, u"repeat"_s)->click();
        const auto *told = Stand::part<QWidget>(*log, u"repeated"_s);
        QVERIFY(wordsOn(*log, u"repeated"_s).contains(u"Not sent."_s));
        select(table, 1);
        QVERIFY(!told->isVisibleTo(log));
        select(table, 0);
        QVERIFY(told->isVisibleTo(log));
        QVERIFY(wordsOn(*log, u"repeated"_s).contains(u"Not sent."_s));
    }

    void nobodyWaitsWhenTheStoreIsOpenedAgain()
    {
        Stand s;
        QVERIFY(s.open() && s.fetch());
        SentRequestsWindow *log = s.openLog();
        QTableView *table = tableNamed(*log, u"Request log"_s);
        QTRY_VERIFY(table->model()->rowCount() >= 4);
        select(table, 0);
        s.server.holdUntil(2);
        auto *button = Stand::part<QPushButton>(*log, u"repeat"_s);
        button->click();
        const auto *told = Stand::part<QWidget>(*log, u"repeated"_s);
        QVERIFY(told->isVisibleTo(log) && !button->isEnabled());
        s.window.feed().reopen();
        QTRY_VERIFY(button->isEnabled());
        QVERIFY(!told->isVisibleTo(log));
    }

    void theKeyboardGoesDownTheDetail()
    {
        Stand s;
        QVERIFY(s.open());
        SentRequestsWindow *log = s.openLog();
        QTableView *table = tableNamed(*log, u"Request log"_s);
        RequestRecord told = failed();
        told.error.detail = u"Try later."_s;
        told.facts.requestId = "req_01";
        s.window.requests().add(told);
        QTRY_COMPARE(table->model()->rowCount(), 1);
        select(table, 0);
        log->activateWindow();
        QTRY_COMPARE(QApplication::activeWindow(), log);
        Stand::part<QPushButton>(*log, u"copyRow"_s)->setFocus();
        QStringList seen;
        while (seen.size() < 20 && !seen.contains(u"serverWords"_s)) {
            QTest::keyClick(log->focusWidget(), Qt::Key_Tab);
            const QWidget *reached = log->focusWidget();
            seen << (reached->objectName().isEmpty() ? reached->accessibleDescription()
                                                     : reached->objectName());
        }
        QCOMPARE(seen,
                 (QStringList{u"copyCurl"_s,
                              u"copySdk"_s,
                              u"repeat"_s,
                              u"sentUrl"_s,
                              u"Sent"_s,
                              u"Took"_s,
                              u"X-Request-ID"_s,
                              u"Size"_s,
                              u"Why"_s,
                              u"serverWords"_s}));
    }

    void partsAreWrittenForPeople()
    {
        Stand s;
        QVERIFY(s.open());
        SentRequestsWindow *log = s.openLog();
        QTableView *table = tableNamed(*log, u"Request log"_s);
        RequestRecord one = good();
        one.facts.bodyBytes = 612;
        one.events = 1;
        s.window.requests().add(one);
        one.events = 2;
        s.window.requests().add(one);
        QTRY_COMPARE(table->model()->rowCount(), 2);
        const auto size = [log] {
            const auto labels = log->findChildren<QLabel *>();
            for (const QLabel *label : labels) {
                if (label->accessibleDescription() == u"Size"_s) {
                    return label->text();
                }
            }
            return QString();
        };
        // As its neighbours, in sentence case.
        QCOMPARE(Stand::part<QPushButton>(*log, u"repeat"_s)->text(), u"Run again"_s);
        select(table, 0);
        QCOMPARE(size(), u"612 bytes, 1 event"_s);
        select(table, 1);
        QCOMPARE(size(), u"612 bytes, 2 events"_s);
    }
};

QTEST_MAIN(TestSentRequestsSelected)

#include "tst_sentrequestsselected.moc"
