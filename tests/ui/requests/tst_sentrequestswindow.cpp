// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "tests/ui/requests/sentrequestsstand.h"
#include "ui/requests/sentrequestmodel.h"
#include "ui/shared/settings.h"
#include "ui/shared/theme.h"

#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QGuiApplication>
#include <QMenu>
#include <QSettings>

using namespace playhead;
using namespace Qt::StringLiterals;
using Column = SentRequestModel::Column;

namespace {

using Stand = SentRequestsStand;

QString clipboard()
{
    return QGuiApplication::clipboard()->text();
}

} // namespace

class TestSentRequestsWindow : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
        const int px = qEnvironmentVariableIntValue("PLAYHEAD_TEST_FONT_PX");
        // Two runs at once keep their settings apart.
        QCoreApplication::setApplicationName(u"tst_sentrequestswindow%1"_s.arg(px));
        if (px > 0) {
            QFont font = QApplication::font();
            font.setPixelSize(px);
            QApplication::setFont(font);
        }
        applyTheme(ThemeChoice::Light);
        QVERIFY(px == 0 || fontScale() > 1.9);
    }
    void init()
    {
        // The offscreen platform says such things of every window.
        QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support )."_s));
        QSettings().clear();
    }

    void statusPartOpensTheLog()
    {
        Stand s;
        QVERIFY(s.open());
        auto *status = Stand::part<QToolButton>(s.window.window(), u"statusRequests"_s);
        QCOMPARE(status->text(), u"0 requests"_s);
        SentRequestsWindow *log = s.openLog();
        QVERIFY(log && log->isVisible());
        QCOMPARE(log->windowTitle(), u"Request log of Staging - Playhead"_s);
        QStringList words;
        for (const QLabel *label :
             log->findChild<QWidget *>(u"noRequest"_s)->findChildren<QLabel *>()) {
            words << label->text();
        }
        QVERIFY2(words.contains(u"No request yet"_s), qPrintable(words.join(u'\n')));
        QVERIFY(s.fetch());
        QTRY_COMPARE(s.window.requests().count(), quint64(s.server.requests().size()));
        const int sent = int(s.server.requests().size());
        QVERIFY(sent >= 4);
        // In a narrow window, as with large text, the retries are left out.
        QTRY_COMPARE(status->text().section(u',', 0, 0), u"%1 requests"_s.arg(sent));
        QVERIFY(fontScale() > 1.9 || status->text().endsWith(u", 1 retry"_s));
        QTableView *table = tableNamed(*log, u"Request log"_s);
        QVERIFY(table);
        QTRY_COMPARE(table->model()->rowCount(), sent);
        QVERIFY(table->isVisible());
        QCOMPARE(unnamedInputs(*log), QStringList());
        QCOMPARE(tableNamed(s.window.window(), u"Request log"_s), table);
        // The action opens the same one.
        s.window.action(u"sentRequestLog"_s)->trigger();
        QCOMPARE(s.window.window().findChildren<SentRequestsWindow *>().size(), 1);
        QTest::keyClick(log, Qt::Key_Escape);
        QTRY_VERIFY(s.window.window().findChild<SentRequestsWindow *>() == nullptr);
    }

    void olderRequestsAreCountedOnly()
    {
        Stand s;
        QVERIFY(s.open());
        SentRequestsWindow *log = s.openLog();
        const QTableView *table = tableNamed(*log, u"Request log"_s);
        RequestRecord record;
        record.facts.status = 200;
        for (size_t i = 0; i < RequestLog::kKept + 5; ++i) {
            s.window.requests().add(record);
        }
        QTRY_COMPARE(Stand::part<QLabel>(*log, u"counts"_s)->text(),
                     u"10,005 requests, the newest 10,000 are kept"_s);
        QCOMPARE(table->model()->rowCount(), int(RequestLog::kKept));
    }

    void selectedRequestIsShownInFull()
    {
        Stand s;
        QVERIFY(s.open() && s.fetch());
        SentRequestsWindow *log = s.openLog();
        QTableView *table = tableNamed(*log, u"Request log"_s);
        QTRY_VERIFY(table->model()->rowCount() >= 4);
        const auto isSeen = [log](const QString &name) {
            return Stand::part<QWidget>(*log, name)->isVisibleTo(log);
        };
        int failed = 0;
        while (table->model()->index(failed, int(Column::Code)).data().toString() == u"200"_s) {
            ++failed;
        }
        select(table, failed);
        grab(*log, u"sent-requests-failed"_s);
        const auto *url = Stand::part<QPlainTextEdit>(*log, u"sentUrl"_s);
        QVERIFY(url->toPlainText().startsWith(u"GET http://127.0.0.1:"_s));
        QVERIFY(url->toPlainText().contains(u"/events?order=asc&limit=100"_s));
        QVERIFY(isSeen(u"problem"_s) && !isSeen(u"notes"_s) && !isSeen(u"repeated"_s));
        const auto *words = Stand::part<QPlainTextEdit>(*log, u"serverWords"_s);
        QVERIFY2(words->toPlainText().contains(u"Try later."_s), qPrintable(words->toPlainText()));
        select(table, failed == 0 ? 1 : 0);
        QVERIFY(!isSeen(u"problem"_s) && !isSeen(u"serverWords"_s));
        auto *only = Stand::part<QCheckBox>(*log, u"problemsOnly"_s);
        select(table, failed);
        only->click();
        QCOMPARE(table->model()->rowCount(), 1);
        QCOMPARE(table->selectionModel()->selectedRows().size(), 1); // it stays selected
        only->click();
        QCOMPARE(table->currentIndex().row(), failed);
    }

    void nothingIsCutInASmallWindow()
    {
        Stand s;
        QVERIFY(s.open() && s.fetch());
        SentRequestsWindow *log = s.openLog();
        QTableView *table = tableNamed(*log, u"Request log"_s);
        QTRY_VERIFY(table->model()->rowCount() >= 4);
        select(table, 1);
        // Larger text needs a larger window, but no more of it than the main window does.
        const QSize most(scaledPx(960), scaledPx(600));
        log->resize(log->minimumSize());
        QTRY_VERIFY(log->width() <= most.width() && log->height() <= most.height());
        log->resize(most);
        QTRY_COMPARE(log->size(), most);
        grab(*log, u"sent-requests-small%1"_s.arg(scaledPx(100)));
        const auto buttons = log->findChildren<QAbstractButton *>();
        for (const QAbstractButton *button : buttons) {
            QVERIFY2(!button->isVisibleTo(log) || button->width() >= button->sizeHint().width(),
                     qPrintable(button->text()));
        }
        QVERIFY(table->height() >= 3 * table->rowHeight(0));
    }

    void everyCopyIsWithoutTheKey()
    {
        Stand s;
        QVERIFY(s.open() && s.fetch());
        SentRequestsWindow *log = s.openLog();
        QTableView *table = tableNamed(*log, u"Request log"_s);
        QTRY_VERIFY(table->model()->rowCount() >= 4);
        QStringList copies;
        const auto press = [&copies](auto *what) {
            QGuiApplication::clipboard()->clear();
            what->trigger();
            copies << clipboard();
            return copies.last();
        };
        select(table, 2);
        Stand::part<QPushButton>(*log, u"copyCurl"_s)->click();
        copies << clipboard();
        QVERIFY2(copies.last().startsWith(u"curl -g 'http://127.0.0.1:"_s),
                 qPrintable(copies.last()));
        QVERIFY(copies.last().contains(u"Bearer $WORKOS_API_KEY"_s));
        QVERIFY(copies.last().contains(u"/events?order=asc&limit=100"_s));
        const auto *menu = Stand::part<QMenu>(*log, u"sdkMenu"_s);
        const QHash<QString, QString> calls = {{u"JavaScript"_s, u"workos.events.listEvents("_s},
                                               {u"Ruby"_s, u"client.events.list_events("_s},
                                               {u"Python"_s, u"client.events.list_events("_s},
                                               {u"Go"_s, u"client.Events().List("_s}};
        QCOMPARE(menu->actions().size(), calls.size());
        for (QAction *action : menu->actions()) {
            const QString text = press(action);
            QVERIFY2(text.contains(calls.value(action->text())), qPrintable(text));
            QVERIFY(text.contains(QString::number(s.server.url().port())));
            QVERIFY(!text.contains(u"/events?"_s));
        }
        log->activateWindow();
        QTRY_COMPARE(QApplication::activeWindow(), log);
        table->setFocus();
        table->selectAll();
        QTest::keyClick(table, Qt::Key_C, Qt::ControlModifier);
        copies << clipboard();
        QCOMPARE(Stand::part<QPushButton>(*log, u"copyRow"_s)->text(),
                 u"Copy %1 rows"_s.arg(table->model()->rowCount()));
        QVERIFY2(copies.last().count(u'\n') + 1 == table->model()->rowCount(),
                 qPrintable(copies.last()));
        QVERIFY(copies.last().contains(u"503 server failed"_s));
        for (const QString &copy : copies) {
            QVERIFY2(!copy.contains(QString::fromLatin1(Stand::kKey)), qPrintable(copy));
        }
    }

    void runAgainLooksAtTheAnswerAndKeepsNothing()
    {
        WindowStand stand; // on the local Events API
        QVERIFY(stand.openDemo());
        stand.action(u"sentRequestLog"_s)->trigger();
        auto *log = stand.window().findChild<SentRequestsWindow *>();
        QTableView *table = tableNamed(*log, u"Request log"_s);
        QTRY_VERIFY(table->model()->rowCount() > 0);
        const int rows = table->model()->rowCount();
        const EventRow stored = stand.feed().snapshot().rowCount();
        select(table, 0);
        auto *again = Stand::part<QPushButton>(*log, u"repeat"_s);
        again->click();
        QVERIFY(!again->isEnabled());
        QTRY_COMPARE(table->model()->rowCount(), rows + 1);
        QTRY_VERIFY(again->isEnabled());
        QVERIFY(table->model()
                    ->index(rows, int(Column::Asked))
                    .data()
                    .toString()
                    .startsWith(u"run again: "_s));
        const auto *answer = Stand::part<QWidget>(*log, u"repeated"_s);
        QVERIFY(answer->isVisibleTo(log));
        const QString words = answer->findChild<QLabel *>()->text();
        QVERIFY2(words.contains(u"Run again: 200"_s) && words.contains(u"100 events: first "_s),
                 qPrintable(words));
        QCOMPARE(stand.feed().snapshot().rowCount(), stored);
        // What was told stays with its request.
        select(table, 1);
        QVERIFY(!answer->isVisibleTo(log));
        select(table, 0);
        QVERIFY(answer->isVisibleTo(log));
        grab(*log, u"sent-requests-again"_s);
    }

    void liveTailTellsItsRequestsToo()
    {
        Stand s;
        QVERIFY(s.open() && s.fetch());
        SentRequestsWindow *log = s.openLog();
        const QTableView *table = tableNamed(*log, u"Request log"_s);
        QTRY_VERIFY(table->model()->rowCount() >= 4);
        s.window.action(u"liveTail"_s)->trigger();
        const auto asked = [table] {
            const int last = table->model()->rowCount() - 1;
            return table->model()->index(last, int(Column::Asked)).data().toString();
        };
        QTRY_VERIFY_WITH_TIMEOUT(asked().startsWith(u"live tail: "_s), 20'000);
        s.window.action(u"liveTail"_s)->trigger();
    }

    void runAgainIsRefusedWhereTheServerIsAnother()
    {
        Stand s;
        QVERIFY(s.open() && s.fetch());
        SentRequestsWindow *log = s.openLog();
        QTableView *table = tableNamed(*log, u"Request log"_s);
        QTRY_VERIFY(table->model()->rowCount() >= 4);
        select(table, 0);
        const qsizetype sent = s.server.requests().size();
        s.window.feed().setFetchTarget({QUrl(u"http://127.0.0.1:9"_s), Stand::kKey});
        Stand::part<QPushButton>(*log, u"repeat"_s)->click();
        const QString words =
            Stand::part<QWidget>(*log, u"repeated"_s)->findChild<QLabel *>()->text();
        QVERIFY2(words.contains(u"Not sent."_s) && words.contains(u"127.0.0.1:9"_s),
                 qPrintable(words));
        QVERIFY(Stand::part<QPushButton>(*log, u"repeat"_s)->isEnabled());
        QCOMPARE(s.server.requests().size(), sent);
    }

    void anotherEnvironmentBeginsItsOwnLog()
    {
        Stand s;
        QVERIFY(s.open() && s.fetch());
        SentRequestsWindow *log = s.openLog();
        QTableView *table = tableNamed(*log, u"Request log"_s);
        QTRY_VERIFY(table->model()->rowCount() >= 4);
        select(table, 0);
        Environment other;
        other.name = u"Other"_s;
        other.baseUrl = s.server.url();
        QVERIFY(s.window.open(other, {s.server.url(), Stand::kKey}, s.now));
        QTRY_COMPARE(log->windowTitle(), u"Request log of Other - Playhead"_s);
        QCOMPARE(table->model()->rowCount(), 0);
        QCOMPARE(Stand::part<QToolButton>(s.window.window(), u"statusRequests"_s)->text(),
                 u"0 requests"_s);
        QVERIFY(!Stand::part<QPushButton>(*log, u"repeat"_s)->isEnabled());
    }
};

QTEST_MAIN(TestSentRequestsWindow)

#include "tst_sentrequestswindow.moc"
