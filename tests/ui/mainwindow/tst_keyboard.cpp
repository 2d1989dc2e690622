// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/api/curlcommand.h"
#include "tests/ui/mainwindow/windowstand.h"
#include "tests/ui/uisupport.h"
#include "ui/detail/detailpane.h"
#include "ui/events/eventtable.h"
#include "ui/mainwindow/fetchbar.h"
#include "ui/mainwindow/filterbar.h"
#include "ui/mainwindow/firstrunpage.h"
#include "ui/shared/settings.h"
#include "ui/sidebar/sidebarpane.h"
#include "ui/timeline/timeline.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QMenuBar>
#include <QSettings>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTest>

using namespace playhead;
using namespace Qt::StringLiterals;

namespace {

/// What people reach with Tab below `root`, in its order.
QList<QWidget *> tabStops(QWidget &root)
{
    QList<QWidget *> stops;
    QWidget *next = root.nextInFocusChain();
    for (; next != &root; next = next->nextInFocusChain()) {
        if (next->isVisible() && next->isEnabled() && (next->focusPolicy() & Qt::TabFocus)
            && next->focusProxy() == nullptr && next->window() == &root) {
            stops << next;
        }
    }
    return stops;
}

QString nameOf(const QWidget *widget)
{
    return QString::fromLatin1(widget->metaObject()->className()) + u' ' + widget->objectName()
           + u' ' + widget->accessibleName();
}

} // namespace

/// What menus and keys do in the window as a whole.
class TestKeyboard : public QObject
{
    Q_OBJECT

private:
    template<typename Pane>
    static bool hasFocus(WindowStand &stand)
    {
        const QWidget *pane = stand.window().findChild<Pane *>();
        const QWidget *focus = QApplication::focusWidget();
        return focus != nullptr && (pane == focus || pane->isAncestorOf(focus));
    }

    static void activate(WindowStand &stand)
    {
        stand.window().activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&stand.window()));
    }

private slots:
    void initTestCase()
    {
        QStandardPaths::setTestModeEnabled(true);
        QCoreApplication::setOrganizationName(u"Playhead"_s);
        QCoreApplication::setApplicationName(u"tst_keyboard"_s);
        applyTheme(ThemeChoice::Light);
    }
    void init()
    {
        QSettings().clear();
        QTest::failOnWarning(anyRealWarning());
    }

    void nextPaneGoesRoundAndBack()
    {
        WindowStand stand;
        QVERIFY(stand.openDemo());
        activate(stand);
        stand.table().selectEvent(stand.events().eventRowAt(10));
        QTRY_VERIFY(stand.action(u"copyEventJson"_s)->isEnabled());
        stand.table().setFocus();
        QAction *next = stand.action(u"nextPane"_s);
        QAction *before = stand.action(u"previousPane"_s);
        next->trigger();
        QVERIFY(hasFocus<DetailPane>(stand));
        next->trigger();
        QVERIFY(hasFocus<FetchBar>(stand));
        next->trigger();
        QVERIFY(hasFocus<FilterBar>(stand));
        next->trigger();
        QVERIFY(hasFocus<Timeline>(stand));
        next->trigger();
        QVERIFY(hasFocus<SidebarPane>(stand));
        next->trigger();
        QVERIFY(stand.table().hasFocus());
        before->trigger();
        QVERIFY(hasFocus<SidebarPane>(stand));
        // By their keys, from wherever the focus is.
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_F6);
        QVERIFY(stand.table().hasFocus());
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_F6, Qt::ShiftModifier);
        QVERIFY(hasFocus<SidebarPane>(stand));
    }

    void paneKeepsItsPlaceAndHiddenOnesAreSkipped()
    {
        WindowStand stand;
        QVERIFY(stand.openDemo());
        activate(stand);
        const QList<QWidget *> stops = tabStops(stand.window());
        auto *sidebar = stand.window().findChild<SidebarPane *>();
        QWidget *last = nullptr;
        for (QWidget *stop : stops) {
            last = sidebar->isAncestorOf(stop) ? stop : last;
        }
        QVERIFY(last != nullptr);
        last->setFocus(Qt::TabFocusReason);
        stand.action(u"nextPane"_s)->trigger();
        QVERIFY(stand.table().hasFocus());
        stand.action(u"previousPane"_s)->trigger();
        QCOMPARE(QApplication::focusWidget(), last);
        stand.action(u"nextPane"_s)->trigger();
        stand.action(u"sidebar"_s)->trigger();
        stand.action(u"previousPane"_s)->trigger();
        QVERIFY(!hasFocus<SidebarPane>(stand));
        QVERIFY(!stand.table().hasFocus());
    }

    void firstRunPageIsAPane()
    {
        WindowStand stand;
        activate(stand);
        for (int step = 0; step < 4 && !hasFocus<FirstRunPage>(stand); ++step) {
            stand.action(u"nextPane"_s)->trigger();
        }
        QVERIFY(hasFocus<FirstRunPage>(stand));
    }

    void focusIsVisible()
    {
        WindowStand stand;
        QVERIFY(stand.openDemo());
        QTRY_VERIFY(!stand.feed().progress().isActive());
        activate(stand);
        stand.table().selectEvent(stand.events().eventRowAt(1200));
        QTRY_VERIFY(stand.action(u"copyEventJson"_s)->isEnabled());
        const QList<QWidget *> stops = tabStops(stand.window());
        QVERIFY(stops.size() > 10);
        QStringList unseen;
        for (QWidget *stop : stops) {
            // A ring may be drawn by the frame around a field.
            QWidget *shown = stop->parentWidget() != nullptr ? stop->parentWidget() : stop;
            QWidget *other = stop == stops.first() ? stops.at(1) : stops.first();
            other->setFocus(Qt::TabFocusReason);
            QTest::qWait(0);
            const QImage without = shown->grab().toImage();
            stop->setFocus(Qt::TabFocusReason);
            QTest::qWait(0);
            if (!stop->hasFocus()) {
                continue; // Stopped being there, as Stop does.
            }
            if (shown->grab().toImage() == without) {
                unseen << nameOf(stop);
            }
        }
        stand.table().setFocus();
        stand.grab(u"table-focus"_s);
        QVERIFY2(unseen.isEmpty(), qPrintable(unseen.join(u", "_s)));
    }

    void everyStopCanBeLeftByTab()
    {
        WindowStand stand;
        QVERIFY(stand.openDemo());
        QTRY_VERIFY(!stand.feed().progress().isActive());
        activate(stand);
        stand.table().selectEvent(stand.events().eventRowAt(1200));
        QTRY_VERIFY(stand.action(u"copyEventJson"_s)->isEnabled());
        const qsizetype count = tabStops(stand.window()).size();
        stand.table().setFocus();
        QSet<QWidget *> met;
        for (qsizetype step = 0; step < count + 2; ++step) {
            QWidget *focus = QApplication::focusWidget();
            QVERIFY(focus != nullptr);
            met.insert(focus);
            QTest::keyClick(focus, Qt::Key_Tab);
            QVERIFY2(QApplication::focusWidget() != focus, qPrintable(nameOf(focus)));
        }
        QVERIFY2(met.size() >= count - 1, qPrintable(u"%1 of %2"_s.arg(met.size()).arg(count)));
    }

    void rowHeightIsChosenAndKept()
    {
        WindowStand stand;
        QVERIFY(stand.openDemo());
        QVERIFY(stand.action(u"rowsNormal"_s)->isChecked());
        const int normal = stand.table().rowHeight(0);
        stand.action(u"rowsCompact"_s)->trigger();
        QVERIFY(stand.table().rowHeight(0) < normal);
        QVERIFY(!stand.action(u"rowsNormal"_s)->isChecked());
        stand.restart();
        QVERIFY(stand.action(u"rowsCompact"_s)->isChecked());
        QTRY_VERIFY(stand.table().rowHeight(0) > 0);
        QVERIFY(stand.table().rowHeight(0) < normal);
        stand.action(u"rowsNormal"_s)->trigger();
        QCOMPARE(stand.table().rowHeight(0), normal);
    }

    void toolsStartTheDemo()
    {
        WindowStand stand;
        QSignalSpy demo(&stand.window(), &MainWindow::demoRequested);
        stand.action(u"startDemo"_s)->trigger();
        QCOMPARE(demo.size(), 1);
    }

    void copiesARequestForTheSelectedEvents()
    {
        WindowStand stand;
        QVERIFY(stand.openDemo());
        const EventRow row = stand.events().eventRowAt(700);
        const EventSnapshot events = stand.events().snapshot();
        stand.table().selectEvent(row);
        QTRY_VERIFY(stand.action(u"copyCurl"_s)->isEnabled());
        stand.action(u"copyCurl"_s)->trigger();
        const QString copied = QGuiApplication::clipboard()->text();
        QCOMPARE(copied.toUtf8(),
                 curlCommand(stand.feed().baseUrl(),
                             events.typeName(events.type(row)),
                             events.createdAt(row)));
        QVERIFY(copied.startsWith(u"curl -G 'http://127.0.0.1:"_s));
        QVERIFY(copied.contains(u"$WORKOS_API_KEY"_s));
        QVERIFY(!copied.contains(u"sk_test"_s));
    }

    void environmentsInTheMenuAreActionsLikeOthers()
    {
        WindowStand stand;
        QVERIFY(stand.openDemo());
        QAction *demo = stand.action(u"environment%1"_s.arg(stand.environment().id));
        QVERIFY(demo != nullptr);
        QCOMPARE(demo->statusTip(), u"Open the environment Demo"_s);
        QCOMPARE(demo->shortcut(), QKeySequence(u"Ctrl+1"_s));
    }
};

QTEST_MAIN(TestKeyboard)
#include "tst_keyboard.moc"
