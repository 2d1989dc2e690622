// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "tests/model/events/eventtable.h"
#include "tests/ui/uisupport.h"
#include "ui/events/eventheader.h"
#include "ui/events/eventtable.h"
#include "ui/events/pathcolumndialog.h"
#include "ui/shared/theme.h"

#include <QCompleter>
#include <QMenu>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace playhead;
using Column = EventTableModel::Column;

namespace {

constexpr int kFixed = EventTableModel::kColumnCount;

struct Stand
{
    Stand()
        : rows(store)
        , clock(kMadeStart + std::chrono::hours(1))
        , table(rows.model, clock)
    {
        for (int i = 0; i < 100; ++i) {
            store
                .add(i * 1000,
                     "user.created",
                     "\"id\":\"user_1\",\"email\":\"mail" + QByteArray::number(i)
                         + "@b.example\",\"note\":\"a\\tb\\nc\",\"groups\":[{\"name\":\"Sales\"}]");
        }
        FetchScope scope;
        scope.range = {kMadeStart, kMadeStart + std::chrono::hours(2)};
        rows.model.setScope(scope);
        rows.model.setSnapshot(store.snapshot());
        table.resize(900, 500);
        table.show();
    }
    QAction *menuAction(const QString &text)
    {
        menu = std::make_unique<QMenu>();
        table.header().fillMenu(menu.get());
        QList<QAction *> actions = menu->actions();
        for (const QMenu *below : menu->findChildren<QMenu *>()) {
            actions += below->actions();
        }
        for (QAction *action : std::as_const(actions)) {
            if (action->text() == text) {
                return action;
            }
        }
        return nullptr;
    }

    MadeStore store;
    Table rows;
    FixedClock clock;
    EventTable table;
    std::unique_ptr<QMenu> menu;
};

} // namespace

class TestEventTablePaths : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { applyTheme(ThemeChoice::Light); }
    void init() { QTest::failOnWarning(anyRealWarning()); }
    void aColumnIsAddedShownAndRemoved();
    void aHiddenOneIsShownAgain();
    void orderWidthsAndPathsComeBack();
    void oldStatesAreStillRead();
    void selectedRowsStayWhole();
    void theDialogOffersWhatTheEventHas();
    void theDialogTellsMistakes();
    void copiedRowsHoldTheWholeValueOnOneLine();
    void aClickOnItsTitleSortsNothing();
};

void TestEventTablePaths::aColumnIsAddedShownAndRemoved()
{
    Stand s;
    QSignalSpy edited(&s.table.header(), &EventHeader::columnsEdited);
    s.table.addPathColumn(u"data.email"_s);
    QCOMPARE(edited.size(), 1);
    QVERIFY(!s.table.isColumnHidden(kFixed));
    // In view at once, though it stands behind all others.
    const QRect cell = s.table.visualRect(s.rows.model.index(0, kFixed));
    QVERIFY(s.table.viewport()->rect().contains(cell));
    QVERIFY(cell.width() >= 100);
    // What is painted there differs from row to row.
    const QImage first = s.table.viewport()->grab(cell).toImage();
    const QImage next =
        s.table.viewport()->grab(s.table.visualRect(s.rows.model.index(1, kFixed))).toImage();
    QVERIFY(first != next);

    QVERIFY(s.menuAction(u"data.email"_s)->isChecked());
    s.menuAction(u"data.email"_s)->trigger();
    QVERIFY(s.table.isColumnHidden(kFixed));
    QAction *remove = nullptr;
    for (QAction *action : s.menu->findChild<QMenu *>()->actions()) {
        remove = action->text() == u"data.email"_s ? action : remove;
    }
    QVERIFY(remove);
    remove->trigger();
    QCOMPARE(s.rows.model.columnCount(), kFixed);
    QCOMPARE(s.table.header().count(), kFixed);
    QVERIFY(edited.size() >= 3);
    QVERIFY(!s.menuAction(u"data.email"_s));
    // No path: nothing happens.
    s.table.addPathColumn(u"id"_s);
    QCOMPARE(s.rows.model.columnCount(), kFixed);
}

void TestEventTablePaths::aHiddenOneIsShownAgain()
{
    Stand s;
    s.table.addPathColumn(u"data.email"_s);
    s.table.header().setSectionHidden(kFixed, true);
    s.table.addPathColumn(u"data.email"_s);
    QCOMPARE(s.rows.model.columnCount(), kFixed + 1);
    QVERIFY(!s.table.isColumnHidden(kFixed));
}

void TestEventTablePaths::orderWidthsAndPathsComeBack()
{
    Stand s;
    EventHeader &header = s.table.header();
    s.table.addPathColumn(u"data.email"_s);
    s.table.addPathColumn(u"data.groups[].name"_s);
    header.moveSection(header.visualIndex(kFixed + 1), 2);
    header.resizeSection(kFixed + 1, 222);
    header.setSectionHidden(kFixed, true);
    const QByteArray state = header.saveColumns();
    header.resetColumns();
    QCOMPARE(s.rows.model.columnCount(), kFixed);
    QVERIFY(header.restoreColumns(state));
    QCOMPARE(s.rows.model.pathColumns(), (QStringList{u"data.email"_s, u"data.groups[].name"_s}));
    QCOMPARE(header.visualIndex(kFixed + 1), 2);
    QCOMPARE(header.sectionSize(kFixed + 1), 222);
    QVERIFY(header.isSectionHidden(kFixed));
    // What cannot be read changes nothing.
    QVERIFY(!header.restoreColumns(state.left(state.size() - 3)));
    QVERIFY(!header.restoreColumns("not a state"));
    QCOMPARE(s.rows.model.pathColumns().size(), 2);
    QCOMPARE(header.visualIndex(kFixed + 1), 2);
}

void TestEventTablePaths::oldStatesAreStillRead()
{
    Stand s;
    EventHeader &header = s.table.header();
    header.resizeSection(int(Column::Type), 301);
    QByteArray old;
    QDataStream out(&old, QIODevice::WriteOnly);
    out << quint32(1) << quint32(kFixed) << header.saveState();
    header.resetColumns();
    s.table.addPathColumn(u"data.email"_s);
    QVERIFY(header.restoreColumns(old));
    QCOMPARE(header.sectionSize(int(Column::Type)), 301);
    QCOMPARE(s.rows.model.columnCount(), kFixed);
}

void TestEventTablePaths::selectedRowsStayWhole()
{
    Stand s;
    s.table.selectAll();
    QCOMPARE(s.table.selectedCount(), qint64(100));
    s.table.addPathColumn(u"data.email"_s);
    QCOMPARE(s.table.selectedCount(), qint64(100));
    QCOMPARE(s.table.selectionModel()->selection().size(), 1);
    QVERIFY(s.table.selectionModel()->isSelected(s.rows.model.index(50, kFixed)));
    s.table.header().removePathColumn(kFixed);
    QCOMPARE(s.table.selectedCount(), qint64(100));
    // Columns among the fixed ones that go and come leave one event selected.
    s.table.selectEvent(s.rows.model.eventRowAt(7));
    s.table.addPathColumn(u"data.note"_s);
    QCOMPARE(s.table.selectedEvents(), std::vector<EventRow>{7});
    QCOMPARE(s.table.currentEvent(), std::optional<EventRow>(7));
}

void TestEventTablePaths::theDialogOffersWhatTheEventHas()
{
    Stand s;
    s.table.selectEvent(s.rows.model.eventRowAt(3));
    QAction *add = s.menuAction(u"Add Column from Path…"_s);
    QVERIFY(add);
    add->trigger();
    auto *dialog = s.table.findChild<PathColumnDialog *>();
    QVERIFY(dialog);
    QCOMPARE(unnamedInputs(*dialog), QStringList());
    auto *path = dialog->findChild<QLineEdit *>();
    QStringList offered;
    const QAbstractItemModel *paths = path->completer()->model();
    for (int row = 0; row < paths->rowCount(); ++row) {
        offered.append(paths->index(row, 0).data().toString());
    }
    QVERIFY2(offered.contains(u"data.email"_s), qPrintable(offered.join(u' ')));
    QVERIFY(offered.contains(u"data.groups[].name"_s));
    grab(*dialog, u"path-column-dialog"_s);
    path->setText(u"data.email"_s); // the offscreen platform cannot show what completes it
    QTest::keyClick(path, Qt::Key_Return);
    QTRY_VERIFY(!s.table.findChild<PathColumnDialog *>());
    QCOMPARE(s.rows.model.pathColumns(), QStringList{u"data.email"_s});
}

void TestEventTablePaths::theDialogTellsMistakes()
{
    PathColumnDialog dialog({});
    dialog.show();
    QSignalSpy chosen(&dialog, &PathColumnDialog::chosen);
    auto *path = dialog.findChild<QLineEdit *>();
    path->setText(u"email"_s);
    QTest::keyClick(path, Qt::Key_Return);
    QVERIFY(dialog.isVisible());
    QVERIFY(chosen.isEmpty());
    bool isTold = false;
    for (const QLabel *label : dialog.findChildren<QLabel *>()) {
        isTold = isTold
                 || (label->isVisible()
                     && label->text().startsWith(u"\"email\" is not a path. "_s));
    }
    QVERIFY(isTold);
    QCOMPARE(path->property("invalid").toBool(), true);
    path->setText(u" data.email "_s);
    QTest::keyClick(path, Qt::Key_Return);
    QCOMPARE(chosen.size(), 1);
    QCOMPARE(chosen.first().first().toString(), u"data.email"_s);
}

void TestEventTablePaths::copiedRowsHoldTheWholeValueOnOneLine()
{
    Stand s;
    s.table.addPathColumn(u"data.note"_s);
    const QString text = s.table.rowText(0);
    QVERIFY(text.endsWith(u"\ta b c"_s));
    QVERIFY(!text.contains(u'\n'));
}

void TestEventTablePaths::aClickOnItsTitleSortsNothing()
{
    Stand s;
    s.table.addPathColumn(u"data.email"_s);
    EventHeader &header = s.table.header();
    QTest::mouseClick(header.viewport(),
                      Qt::LeftButton,
                      Qt::NoModifier,
                      {header.sectionViewportPosition(kFixed) + 20, header.height() / 2});
    QVERIFY(s.rows.model.isSortedByTime());
    QCOMPARE(header.sortIndicatorSection(), int(Column::Time));
}

QTEST_MAIN(TestEventTablePaths)
#include "tst_eventtablepaths.moc"
