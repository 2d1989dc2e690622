// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "tests/window/demowindow.h"
#include "ui/detail/commonfieldsview.h"
#include "ui/detail/detailpane.h"
#include "ui/detail/jsontreeview.h"
#include "ui/events/eventtable.h"
#include "ui/mainwindow/mainwindow.h"

#include <QAction>
#include <QSettings>
#include <QSplitter>
#include <QTemporaryDir>
#include <QTest>

using namespace playhead;
using namespace Qt::StringLiterals;

/// The detail in the real window: by keys there and back, several events, and its sizes over a restart.
class TestDetailWalk : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void enterLeadsThereAndEscapeBack();
    void severalEventsAreCompared();
    void sizesAreKeptForEachPlaceAndClass();

private:
    DetailPane &detail() { return *m_demo->window().findChild<DetailPane *>(); }
    EventTable &table() { return *m_demo->window().findChild<EventTable *>(); }
    QSplitter &splitter() { return *m_demo->window().findChild<QSplitter *>(u"main"_s); }
    void open(const QSize &size);
    int dragTo(int size);
    int detailSize();

    QTemporaryDir m_folder;
    std::unique_ptr<DemoWindow> m_demo;
};

void TestDetailWalk::initTestCase()
{
    QVERIFY(DemoWindow::prepare(m_folder.path(),
                                std::chrono::sys_days(std::chrono::year(2026) / 11 / 23)));
    open({1440, 900});
    QVERIFY(m_demo->fetch());
}

void TestDetailWalk::init()
{
    m_demo.reset(); // a window that closes keeps its sizes
    QSettings().clear();
    open({1440, 900});
}

void TestDetailWalk::open(const QSize &size)
{
    m_demo.reset();
    m_demo = std::make_unique<DemoWindow>(m_folder.path());
    m_demo->window().resize(size);
    QVERIFY(m_demo->waitOpened(u"Demo"_s));
    QTRY_VERIFY(m_demo->session().events().loadedCount() > 0);
}

void TestDetailWalk::enterLeadsThereAndEscapeBack()
{
    m_demo->window().activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&m_demo->window()));
    m_demo->select(m_demo->loadedFromEnd(3));
    table().setFocus();
    for (const auto &[key, modifiers] : {std::pair(Qt::Key_Escape, Qt::NoModifier),
                                         std::pair(Qt::Key_Return, Qt::ShiftModifier)}) {
        QTest::keyClick(&table(), Qt::Key_Return);
        QWidget *focus = QApplication::focusWidget();
        QVERIFY(focus && detail().isAncestorOf(focus));
        QTest::keyClick(focus, key, modifiers);
        QVERIFY(table().hasFocus());
    }
}

void TestDetailWalk::severalEventsAreCompared()
{
    auto *fields = detail().findChild<CommonFieldsView *>();
    table().selectAll();
    QTRY_VERIFY(fields->isVisible());
    m_demo->select(m_demo->loadedFromEnd(3));
    QTRY_VERIFY(!fields->isVisible());
    // Two events of one type share at least what kind of object they tell of.
    const EventTableModel &events = m_demo->session().events();
    const EventRow first = m_demo->loadedFromEnd(3);
    int other = events.tableRowOf(first) - 1;
    while (other > 0
           && events.snapshot().type(events.eventRowAt(other)) != events.snapshot().type(first)) {
        --other;
    }
    table().selectionModel()->select(events.index(other, 0),
                                     QItemSelectionModel::Select | QItemSelectionModel::Rows);
    QTRY_VERIFY(fields->isVisible());
    QTRY_VERIFY(fields->model()->rowCount() > 0);
}

int TestDetailWalk::detailSize()
{
    return splitter().orientation() == Qt::Vertical ? detail().height() : detail().width();
}

/// Returns the size that came of it: a handle is wider than its line, so that it may miss by a pixel or two.
int TestDetailWalk::dragTo(int size)
{
    QSplitterHandle *handle = splitter().handle(1);
    const int by = detailSize() - size;
    const QPoint from = handle->rect().center();
    const QPoint to = splitter().orientation() == Qt::Vertical ? from + QPoint(0, by)
                                                               : from + QPoint(by, 0);
    QTest::mousePress(handle, Qt::LeftButton, {}, from);
    QTest::mouseMove(handle, to);
    QTest::mouseRelease(handle, Qt::LeftButton, {}, to);
    return detailSize();
}

void TestDetailWalk::sizesAreKeptForEachPlaceAndClass()
{
    QTRY_COMPARE(detailSize(), 388);
    const int right = dragTo(450);
    QVERIFY(qAbs(right - 450) < 5);
    m_demo->trigger(u"detailAtBottom"_s);
    QTRY_COMPARE(splitter().orientation(), Qt::Vertical);
    const int bottom = dragTo(222);
    QVERIFY(qAbs(bottom - 222) < 5);
    m_demo->trigger(u"detailAtBottom"_s);
    QTRY_COMPARE(detailSize(), right);
    // A narrow window has the detail below, in a size of its own.
    m_demo->window().resize(1000, 900);
    QTRY_COMPARE(splitter().orientation(), Qt::Vertical);
    const int narrow = dragTo(300);
    QVERIFY(qAbs(narrow - 300) < 5);
    m_demo->window().resize(1440, 900);
    QTRY_COMPARE(splitter().orientation(), Qt::Horizontal);
    QTRY_COMPARE(detailSize(), right);
    m_demo->window().close();
    open({1440, 900});
    QTRY_COMPARE(detailSize(), right);
    m_demo->trigger(u"detailAtBottom"_s);
    QTRY_COMPARE(detailSize(), bottom);
    m_demo->window().resize(1000, 900);
    QTRY_COMPARE(detailSize(), narrow);
}

QTEST_MAIN(TestDetailWalk)
#include "tst_detailwalk.moc"
