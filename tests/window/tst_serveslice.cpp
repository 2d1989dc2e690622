// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/core/json.h"
#include "tests/support/servedevents.h"
#include "tests/ui/uisupport.h"
#include "tests/window/demowindow.h"
#include "ui/capture/requestlogwindow.h"
#include "ui/detail/detailhead.h"
#include "ui/events/eventtable.h"
#include "ui/mainwindow/mainwindow.h"
#include "ui/mainwindow/servingpopup.h"
#include "ui/mainwindow/statusparts.h"
#include "ui/shared/theme.h"

#include <QAbstractButton>
#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QDialog>
#include <QDoubleSpinBox>
#include <QMenu>
#include <QRadioButton>
#include <QSettings>
#include <QSpinBox>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

#include <array>

using namespace playhead;
using namespace Qt::StringLiterals;

namespace {

constexpr Instant kDemoEnd = std::chrono::sys_days(std::chrono::year(2026) / 11 / 23)
                             + std::chrono::hours(14);

/// Pages through all that is served as a consumer does, three events a page; empty when anything goes wrong.
QList<QByteArray> consume(const QUrl &base, const QByteArray &key)
{
    QList<QByteArray> events;
    QUrl url = base;
    url.setPath(u"/events"_s);
    QByteArray after;
    do {
        url.setQuery(u"limit=3"_s
                     + (after.isEmpty() ? QString() : u"&after="_s + QString::fromUtf8(after)));
        const PlainAnswer answer = plainGet(url, key);
        const auto slices = arrayMemberSlices(answer.body, "data");
        JsonDocument document;
        if (answer.status != 200 || !slices || !document.parse(answer.body)) {
            return {};
        }
        for (const QByteArrayView slice : *slices) {
            events << slice.toByteArray();
        }
        const auto next = document.root().at("/list_metadata/after");
        after = next ? next->string().toByteArray() : QByteArray();
    } while (!after.isEmpty());
    return events;
}

} // namespace

/// Serving a slice in the real window, from the selection to the consumer's last page.
class TestServeSlice : public QObject
{
    Q_OBJECT

private:
    template<typename Widget>
    static Widget *part(const QWidget *root, const QString &name)
    {
        return root != nullptr ? root->findChild<Widget *>(name) : nullptr;
    }
    static void press(const QWidget *root, const QString &name)
    {
        auto *button = part<QAbstractButton>(root, name);
        QVERIFY2(button != nullptr, qPrintable(name));
        QTRY_VERIFY2(button->isEnabled(), qPrintable(name));
        button->click();
    }
    static bool isEnabled(DemoWindow &demo, const QString &action)
    {
        return demo.window().findChild<QAction *>(action)->isEnabled();
    }
    static void open(DemoWindow &demo)
    {
        QVERIFY(demo.waitOpened(u"Demo"_s));
        QVERIFY(demo.fetch());
        QTRY_COMPARE(demo.session().events().loadedCount(), 2000);
    }
    /// Answers the dialog with any free port and waits until it serves.
    static void serve(DemoWindow &demo)
    {
        QVERIFY(demo.trigger(u"serveSlice"_s));
        QVERIFY(demo.waitDialog());
        part<QSpinBox>(demo.dialog(), u"port"_s)->setValue(0);
        press(demo.dialog(), u"serve"_s);
        QVERIFY(demo.waitNoDialog());
        QVERIFY(demo.session().sliceServer().isRunning());
    }

private slots:
    void initTestCase()
    {
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
        applyTheme(ThemeChoice::Light);
    }
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support )."_s));
        QSettings().clear();
    }

    void aConsumerGetsExactlyTheSelectedEvents()
    {
        QTemporaryDir folder;
        QVERIFY(DemoWindow::prepare(folder.path(), kDemoEnd));
        DemoWindow demo(folder.path());
        open(demo);
        for (const auto &action : {u"faults"_s, u"stopLocalApi"_s, u"requestLog"_s}) {
            QVERIFY2(!isEnabled(demo, action), qPrintable(action));
        }
        auto *table = demo.window().findChild<EventTable *>();
        const QAbstractItemModel *model = table->model();
        table->selectionModel()->select({model->index(100, 0),
                                         model->index(109, model->columnCount() - 1)},
                                        QItemSelectionModel::ClearAndSelect
                                            | QItemSelectionModel::Rows);
        QCOMPARE(table->selectedCount(), 10);
        const EventSnapshot snapshot = demo.session().events().snapshot();
        QList<QByteArray> wanted;
        for (const EventRow row : table->selectedEvents()) {
            wanted << snapshot.raw(row).toByteArray();
        }
        serve(demo);
        SliceServer &server = demo.session().sliceServer();
        QCOMPARE(server.eventCount(), 10);
        for (const auto &action : {u"faults"_s, u"stopLocalApi"_s, u"requestLog"_s}) {
            QVERIFY2(isEnabled(demo, action), qPrintable(action));
        }
        auto *status = part<QToolButton>(&demo.window(), u"statusServing"_s);
        QVERIFY(status->isVisible());
        QCOMPARE(status->text(), u"Serving 10 events"_s);

        QVERIFY(demo.trigger(u"requestLog"_s));
        auto *log = demo.window().findChild<RequestLogWindow *>();
        QVERIFY(log != nullptr && log->isVisible());
        QCOMPARE(unnamedInputs(*log), QStringList());
        QCOMPARE(part<ElidedLabel>(log, u"title"_s)->text(),
                 u"Serving 10 events (Demo, selected) at %1"_s.arg(server.url().toString()));
        QVERIFY(part<QLabel>(log, u"example"_s)->text().contains(server.url().toString()));
        QCOMPARE(consume(server.url(), server.apiKey()), wanted);
        QTRY_COMPARE(log->model().rowCount(), 4);
        // On several connections one answer may be logged before an earlier one.
        std::array<ServedRequest, 4> asked;
        for (int row = 0; row < 4; ++row) {
            const ServedRequest &request = log->model().requestAt(row);
            asked.at(size_t(request.number) - 1) = request;
        }
        QCOMPARE(asked[0].events, 3);
        QCOMPARE(asked[3].events, 1);
        QCOMPARE(asked[1].cursor, "after=" + asked[0].after);
        QCOMPARE(asked[3].after, QByteArray());
        QCOMPARE(part<QLabel>(log, u"counts"_s)->text(), u"4 requests"_s);

        // A refused one is seen, and what was asked can be asked again as it is pasted.
        QUrl url = server.url();
        url.setPath(u"/events"_s);
        QCOMPARE(plainGet(url, "sk_wrong").status, 401);
        QTRY_COMPARE(log->model().rowCount(), 5);
        part<QTableView>(log, u"requestLog"_s)->selectRow(4);
        press(log, u"copyCurl"_s);
        QCOMPARE(QApplication::clipboard()->text(),
                 u"curl -g '%1' -H 'Authorization: Bearer sk_test_playhead'"_s.arg(url.toString()));
        QTest::keyClick(part<QTableView>(log, u"requestLog"_s), Qt::Key_C, Qt::ControlModifier);
        const QString row = QApplication::clipboard()->text();
        QVERIFY2(row.startsWith(u"5\t"_s) && row.contains(u"\t401\t"_s), qPrintable(row));
        QApplication::clipboard()->clear();
        press(log, u"copyRow"_s);
        QCOMPARE(QApplication::clipboard()->text(), row);

        press(log, u"stop"_s);
        QCOMPARE(server.state(), SliceServer::State::Stopped);
        QVERIFY(!status->isVisible());
        QVERIFY(!isEnabled(demo, u"stopLocalApi"_s) && isEnabled(demo, u"requestLog"_s));
        QCOMPARE(log->model().rowCount(), 5); // What was asked stays.
        QTRY_COMPARE(plainGet(url, server.apiKey()).status, 0);
        log->close();
    }

    void theLogBelongsToOneRunOfTheServer()
    {
        QTemporaryDir folder;
        QVERIFY(DemoWindow::prepare(folder.path(), kDemoEnd));
        DemoWindow demo(folder.path());
        open(demo);
        serve(demo);
        SliceServer &server = demo.session().sliceServer();
        QVERIFY(demo.trigger(u"requestLog"_s));
        auto *log = demo.window().findChild<RequestLogWindow *>();
        const auto ask = [&server] {
            QUrl url = server.url();
            url.setPath(u"/events"_s);
            return plainGet(url, server.apiKey()).status;
        };
        QCOMPARE(ask(), 200);
        QTRY_COMPARE(log->model().rowCount(), 1);
        part<QTableView>(log, u"requestLog"_s)->selectRow(0);
        auto *copyRow = part<QAbstractButton>(log, u"copyRow"_s);
        QVERIFY(copyRow->isEnabled());

        // The faults stand over the log that asked for them, not over the main window.
        press(log, u"faults"_s);
        QVERIFY(demo.waitDialog());
        QCOMPARE(demo.dialog()->parentWidget(), log);
        QTest::keyClick(demo.dialog(), Qt::Key_Escape);
        QVERIFY(demo.waitNoDialog());

        // What the server before was asked is gone, what was shown of it in full, too.
        serve(demo);
        QCOMPARE(log->model().rowCount(), 0);
        QVERIFY(!copyRow->isEnabled());
        QCOMPARE(ask(), 200);
        QTRY_COMPARE(log->model().rowCount(), 1);
        QVERIFY(!copyRow->isEnabled());
        QTest::keySequence(log, QKeySequence::Close);
        QTRY_VERIFY(demo.window().findChild<RequestLogWindow *>() == nullptr);
    }

    void theLogFitsASmallWindowWithLargeText()
    {
        const QFont before = QApplication::font();
        QFont larger = before;
        larger.setPixelSize(26);
        QApplication::setFont(larger);
        applyTheme(ThemeChoice::Light);
        {
            const TypeCatalogue catalogue = TypeCatalogue::load().value();
            SliceServer server(catalogue);
            ServePlan plan;
            plan.port = 0;
            plan.faults.set(faultSetting(FaultKind::RateLimit, 1));
            server.start(plan, std::nullopt);
            QTRY_VERIFY(server.isRunning());
            RequestLogWindow log(server);
            log.show();
            QUrl url = server.url();
            url.setPath(u"/events"_s);
            QCOMPARE(plainGet(url, server.apiKey()).status, 429);
            QTRY_COMPARE(log.model().rowCount(), 1);
            log.resize(960, 600);
            QTRY_COMPARE(log.width(), 960);
            QVERIFY2(log.minimumSizeHint().width() <= 960,
                     qPrintable(QString::number(log.minimumSizeHint().width())));
        }
        QApplication::setFont(before);
        applyTheme(ThemeChoice::Light);
    }

    void theStatusPartSaysWhereAndLeadsOn()
    {
        QTemporaryDir folder;
        QVERIFY(DemoWindow::prepare(folder.path(), kDemoEnd));
        DemoWindow demo(folder.path());
        open(demo);
        serve(demo);
        SliceServer &server = demo.session().sliceServer();
        QCOMPARE(server.eventCount(), demo.session().events().shownCount());
        auto *status = part<QToolButton>(&demo.window(), u"statusServing"_s);
        status->setFocus(Qt::TabFocusReason);
        QTest::keyClick(status, Qt::Key_Space);
        auto *popup = demo.window().findChild<ServingPopup *>();
        QVERIFY(popup != nullptr && popup->isVisible());
        QCOMPARE(unnamedInputs(*popup), QStringList());
        QVERIFY(visibleTexts(*popup).contains(u"Demo, shown"_s));
        for (auto *button : popup->findChildren<QPushButton *>()) {
            if (button->accessibleName() == u"Copy URL"_s) {
                button->click();
            }
        }
        QCOMPARE(QApplication::clipboard()->text(), server.url().toString());
        QUrl url = server.url();
        url.setPath(u"/events"_s);
        QCOMPARE(plainGet(url, server.apiKey()).status, 200);
        QTRY_VERIFY(visibleTexts(*popup).contains(u"1"_s));
        QTest::keyClick(popup, Qt::Key_Escape);
        QTRY_VERIFY(demo.window().findChild<ServingPopup *>() == nullptr);

        // From the popup to the faults by keys alone.
        QTest::keyClick(status, Qt::Key_Space);
        popup = demo.window().findChild<ServingPopup *>();
        auto *faults = part<QPushButton>(popup, u"editFaults"_s);
        faults->setFocus(Qt::TabFocusReason);
        QTest::keyClick(popup, Qt::Key_Return);
        QVERIFY(demo.waitDialog());
        QCOMPARE(demo.dialog()->objectName(), u"faultsDialog"_s);
        auto *limit = part<QWidget>(demo.dialog(), u"fault-rate-limit"_s);
        QVERIFY(!part<QAbstractButton>(demo.dialog(), u"copyOptions"_s)->isEnabled());
        limit->findChild<QDoubleSpinBox *>()->setValue(100);
        press(demo.dialog(), u"copyOptions"_s);
        QCOMPARE(QApplication::clipboard()->text(), u"--fault rate-limit=1 --fault-seed 1"_s);
        press(demo.dialog(), u"applyFaults"_s);
        QTest::keyClick(demo.dialog(), Qt::Key_Escape);
        QVERIFY(demo.waitNoDialog());
        QVERIFY(server.faults().find(FaultKind::RateLimit) != nullptr);

        // They are what the dialog begins with the next time.
        QVERIFY(demo.trigger(u"stopLocalApi"_s));
        QVERIFY(demo.trigger(u"serveSlice"_s));
        QVERIFY(demo.waitDialog());
        limit = part<QWidget>(demo.dialog(), u"fault-rate-limit"_s);
        QCOMPARE(limit->findChild<QDoubleSpinBox *>()->value(), 100.0);
        QCOMPARE(part<QSpinBox>(demo.dialog(), u"port"_s)->value(), 0);
        QTest::keyClick(demo.dialog(), Qt::Key_Escape);
        QVERIFY(demo.waitNoDialog());
    }

    void demoEventsAreServedWithoutAnEnvironment()
    {
        QTemporaryDir folder;
        DemoWindow demo(folder.path(), false);
        QTRY_VERIFY(demo.window().isVisible());
        // From the environment switcher, too.
        auto *switcher = part<QToolButton>(&demo.window(), u"environmentSwitcher"_s);
        for (QAction *action : switcher->menu()->actions()) {
            if (action->text() == u"Local Events API…"_s) {
                action->trigger();
            }
        }
        QVERIFY(demo.waitDialog());
        part<QSpinBox>(demo.dialog(), u"port"_s)->setValue(0);
        press(demo.dialog(), u"serve"_s);
        QVERIFY(demo.waitNoDialog());
        SliceServer &server = demo.session().sliceServer();
        QCOMPARE(server.eventCount(), 2000);
        QUrl url = server.url();
        url.setPath(u"/events"_s);
        QCOMPARE(plainGet(url, server.apiKey()).status, 200);
        QVERIFY(part<QToolButton>(&demo.window(), u"statusServing"_s)->isVisible());
    }

private:
    static QStringList visibleTexts(const QWidget &widget)
    {
        QStringList texts;
        for (const auto *label : widget.findChildren<QLabel *>()) {
            texts << (label->isVisible() ? label->text() : QString());
        }
        return texts;
    }
};

QTEST_MAIN(TestServeSlice)
#include "tst_serveslice.moc"
