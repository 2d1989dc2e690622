// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "tests/ui/mainwindow/windowstand.h"
#include "tests/ui/uisupport.h"
#include "ui/mainwindow/shortcutdelegate.h"
#include "ui/mainwindow/shortcutssheet.h"
#include "ui/shared/actions.h"
#include "ui/shared/theme.h"

#include <QAccessible>
#include <QAction>
#include <QApplication>
#include <QMenu>
#include <QMenuBar>
#include <QSettings>
#include <QStandardPaths>
#include <QTest>
#include <QTreeView>

using namespace playhead;
using namespace Qt::StringLiterals;

namespace {

/// Texts of the rows that are shown, groups before theirs.
QStringList shownRows(const QTreeView &list)
{
    QStringList rows;
    for (QModelIndex index = list.model()->index(0, 0); index.isValid();
         index = list.indexBelow(index)) {
        rows << index.data().toString();
    }
    return rows;
}

} // namespace

class TestShortcutsSheet : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void listsEveryActionThatHasKeys();
    void groupsAsTheMenusDo();
    void opensFromTheWindowWithTheFocusInItsField();
    void fieldNarrows_data();
    void fieldNarrows();
    void saysWhenNothingMatches();
    void escapeClearsThenCloses();
    void arrowsLeadIntoTheList();
    void isLowerThanASmallWindow();
    void isReadAloud();
    void looks();

private:
    QMenuBar m_bar;
    std::unique_ptr<Actions> m_actions;
    std::vector<ShortcutGroup> m_groups;
};

void TestShortcutsSheet::initTestCase()
{
    QStandardPaths::setTestModeEnabled(true);
    QCoreApplication::setOrganizationName(u"Playhead"_s);
    QCoreApplication::setApplicationName(u"tst_shortcutssheet"_s);
    applyTheme(ThemeChoice::Light);
    m_actions = std::make_unique<Actions>(nullptr);
    QMenu *file = m_bar.addMenu(u"&File"_s);
    file->addAction(m_actions->get(ActionId::Export));
    QMenu *view = m_bar.addMenu(u"&View"_s);
    view->addAction(m_actions->get(ActionId::Fetch));
    view->addMenu(u"Inner"_s)->addAction(m_actions->get(ActionId::NextTimeMode));
    m_groups = allShortcuts(m_bar, *m_actions);
}

void TestShortcutsSheet::init()
{
    QSettings().clear();
    QTest::failOnWarning(anyRealWarning());
}

void TestShortcutsSheet::listsEveryActionThatHasKeys()
{
    QStringList listed;
    for (const ShortcutGroup &group : m_groups) {
        for (const Shortcut &shortcut : group.shortcuts) {
            QVERIFY(!shortcut.name.isEmpty() && !shortcut.does.isEmpty()
                    && !shortcut.keys.isEmpty());
            QVERIFY2(!shortcut.name.contains(u'&'), qPrintable(shortcut.name));
            listed << shortcut.keys;
        }
    }
    for (const QAction *action : m_actions->all()) {
        for (const QKeySequence &keys : action->shortcuts()) {
            QVERIFY2(listed.contains(keys.toString(QKeySequence::NativeText)),
                     qPrintable(action->objectName()));
        }
    }
}

void TestShortcutsSheet::groupsAsTheMenusDo()
{
    QCOMPARE(m_groups[0].title, u"File"_s);
    QCOMPARE(m_groups[0].shortcuts[0].name, u"Export"_s);
    QCOMPARE(m_groups[0].shortcuts[1].name, u"Switch Environment"_s);
    QCOMPARE(m_groups[1].title, u"View"_s);
    QCOMPARE(m_groups[1].shortcuts[0].keys.first(), u"F5"_s);
    QCOMPARE(m_groups[1].shortcuts[1].name, u"Next Time Mode"_s);
    // In no menu here.
    QCOMPARE(m_groups[2].title, u"Everywhere"_s);
    QStringList titles;
    for (const ShortcutGroup &group : m_groups) {
        titles << group.title;
    }
    QVERIFY(titles.contains(u"Table"_s) && titles.contains(u"Timeline"_s)
            && titles.contains(u"Sidebar"_s));
}

void TestShortcutsSheet::opensFromTheWindowWithTheFocusInItsField()
{
    WindowStand stand;
    stand.action(u"shortcuts"_s)->trigger();
    auto *sheet = stand.window().findChild<ShortcutsSheet *>();
    QVERIFY(sheet && sheet->isVisible());
    QVERIFY(qobject_cast<QLineEdit *>(sheet->focusWidget()));
    const QStringList rows = shownRows(*sheet->findChild<QTreeView *>());
    QVERIFY(rows.contains(u"Rewind"_s));
    // Every action with keys stands in a menu of the window.
    QVERIFY(!rows.contains(u"Everywhere"_s));
    sheet->findChild<QPushButton *>(u"close"_s)->click();
    QTRY_VERIFY(!stand.window().findChild<ShortcutsSheet *>());
}

void TestShortcutsSheet::fieldNarrows_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("rows");
    QTest::newRow("name") << u"time mode"_s << QStringList{u"View"_s, u"Next Time Mode"_s};
    QTest::newRow("key") << u"ctrl+e"_s << QStringList{u"File"_s, u"Export"_s};
    QTest::newRow("what it does") << u"of the fetch row"_s << QStringList{u"View"_s, u"Fetch"_s};
    QTest::newRow("white space") << u"  time mode "_s
                                 << QStringList{u"View"_s, u"Next Time Mode"_s};
}

void TestShortcutsSheet::fieldNarrows()
{
    QFETCH(const QString, text);
    QFETCH(const QStringList, rows);
    ShortcutsSheet sheet(m_groups);
    sheet.show();
    auto *list = sheet.findChild<QTreeView *>();
    const qsizetype all = shownRows(*list).size();
    sheet.findChild<QLineEdit *>()->setText(text);
    QCOMPARE(shownRows(*list), rows);
    sheet.findChild<QLineEdit *>()->clear();
    QCOMPARE(shownRows(*list).size(), all);
}

void TestShortcutsSheet::saysWhenNothingMatches()
{
    ShortcutsSheet sheet(m_groups);
    sheet.show();
    sheet.findChild<QLineEdit *>()->setText(u"xyzzy"_s);
    auto *none = sheet.findChild<QLabel *>(u"none"_s);
    QVERIFY(none->isVisible());
    QCOMPARE(none->text(), u"No shortcut matches \"xyzzy\"."_s);
    QVERIFY(!sheet.findChild<QTreeView *>()->isVisible());
}

void TestShortcutsSheet::escapeClearsThenCloses()
{
    ShortcutsSheet sheet(m_groups);
    sheet.open();
    auto *field = sheet.findChild<QLineEdit *>();
    QTest::keyClicks(field, u"rew"_s);
    QTest::keyClick(field, Qt::Key_Escape);
    QVERIFY(field->text().isEmpty() && sheet.isVisible());
    QTest::keyClick(field, Qt::Key_Escape);
    QVERIFY(!sheet.isVisible());
    // The window's own close button closes at once.
    ShortcutsSheet other(m_groups);
    other.open();
    other.findChild<QLineEdit *>()->setText(u"rew"_s);
    other.close();
    QVERIFY(!other.isVisible());
}

void TestShortcutsSheet::arrowsLeadIntoTheList()
{
    ShortcutsSheet sheet(m_groups);
    sheet.open();
    QVERIFY(QTest::qWaitForWindowActive(&sheet));
    auto *list = sheet.findChild<QTreeView *>();
    QTest::keyClick(sheet.findChild<QLineEdit *>(), Qt::Key_Down);
    QVERIFY(list->hasFocus());
    QCOMPARE(list->currentIndex().data().toString(), u"Export"_s);
    QTest::keyClick(list, Qt::Key_Down);
    QCOMPARE(list->currentIndex().data().toString(), u"Switch Environment"_s);
}

void TestShortcutsSheet::isLowerThanASmallWindow()
{
    QWidget window;
    window.resize(960, 600);
    const ShortcutsSheet sheet(m_groups, &window);
    QVERIFY(sheet.height() < window.height());
}

void TestShortcutsSheet::isReadAloud()
{
    const ShortcutsSheet sheet(m_groups);
    QCOMPARE(unnamedInputs(sheet), QStringList());
    auto *list = sheet.findChild<QTreeView *>();
    QCOMPARE(list->accessibleName(), u"Shortcuts"_s);
    const QModelIndex row = list->model()->index(0, 0, list->model()->index(0, 0));
    QCOMPARE(row.data(Qt::AccessibleTextRole).toString(), u"Export, Ctrl+E"_s);
    QVERIFY(!row.data(Qt::AccessibleDescriptionRole).toString().isEmpty());
}

void TestShortcutsSheet::looks()
{
    for (const ThemeChoice theme : {ThemeChoice::Light, ThemeChoice::Dark}) {
        applyTheme(theme);
        ShortcutsSheet sheet(m_groups);
        sheet.open();
        const QImage picture = grab(sheet,
                                    theme == ThemeChoice::Dark ? u"shortcuts-dark"_s
                                                               : u"shortcuts-light"_s);
        QCOMPARE(picture.pixelColor(3, 3), tokens().window);
        QCOMPARE(picture.pixelColor(3, 300), tokens().base);
        QCOMPARE(picture.pixelColor(3, picture.height() - 4), tokens().chrome);
    }
    applyTheme(ThemeChoice::Light);
}

QTEST_MAIN(TestShortcutsSheet)
#include "tst_shortcutssheet.moc"
