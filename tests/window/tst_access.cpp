// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "tests/ui/uisupport.h"
#include "tests/window/demowindow.h"
#include "ui/events/eventtable.h"
#include "ui/mainwindow/mainwindow.h"
#include "ui/shared/theme.h"

#include <QAccessible>
#include <QAction>
#include <QDialog>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

#include <functional>

using namespace playhead;
using namespace Qt::StringLiterals;

namespace {

constexpr Instant kDemoEnd = std::chrono::sys_days(std::chrono::year(2026) / 11 / 23)
                             + std::chrono::hours(14);

/// Tables, trees and lists are read through their cells, not walked.
bool holdsCells(const QAccessibleInterface &one)
{
    const QAccessible::Role role = one.role();
    return role == QAccessible::Table || role == QAccessible::Tree || role == QAccessible::List;
}

/// Every part that shows below `root`, itself included, as a screen reader meets them.
void walk(QAccessibleInterface *root, const std::function<void(QAccessibleInterface &)> &look)
{
    if (root == nullptr || !root->isValid() || root->state().invisible) {
        return;
    }
    look(*root);
    for (int i = 0; !holdsCells(*root) && i < root->childCount(); ++i) {
        walk(root->child(i), look);
    }
}

QStringList unnamedParts(QWidget &window)
{
    QStringList unnamed;
    walk(QAccessible::queryAccessibleInterface(&window), [&unnamed](QAccessibleInterface &one) {
        const QAccessible::State state = one.state();
        const bool isPressed = one.role() == QAccessible::Button
                               || one.role() == QAccessible::CheckBox
                               || one.role() == QAccessible::RadioButton
                               || one.role() == QAccessible::ButtonMenu;
        const bool isStop = state.focusable && !state.disabled && one.role() != QAccessible::Window
                            && one.role() != QAccessible::Client;
        const QObject *object = one.object();
        // The scroll areas' own viewports and bars are parts of what is named.
        const bool isPart = object != nullptr && object->objectName().startsWith(u"qt_"_s);
        if ((isPressed || isStop) && !isPart && one.text(QAccessible::Name).isEmpty()) {
            unnamed << u"%1 %2 in %4 (role %3)"_s
                           .arg(object ? QString::fromLatin1(object->metaObject()->className())
                                       : u"no object"_s,
                                object ? object->objectName() : QString())
                           .arg(int(one.role()))
                           .arg(object && object->parent() ? object->parent()->objectName()
                                                           : QString());
        }
    });
    return unnamed;
}

/// The part of this fixed name. What shows a changing text keeps it as the name and has the fixed one as its description.
QAccessibleInterface *partNamed(QWidget &window, const QString &name)
{
    QAccessibleInterface *found = nullptr;
    walk(QAccessible::queryAccessibleInterface(&window), [&](QAccessibleInterface &one) {
        const bool isNamed = one.text(QAccessible::Name) == name
                             || one.text(QAccessible::Description) == name;
        if (isNamed && found == nullptr) {
            found = &one;
        }
    });
    return found;
}

} // namespace

/// What a screen reader finds in the whole window and in every dialog (design, section 12).
class TestAccess : public QObject
{
    Q_OBJECT

private:
    /// A demo with two cursors and an event selected.
    static void open(DemoWindow &demo)
    {
        QVERIFY(demo.waitOpened(u"Demo"_s));
        QVERIFY(demo.fetch());
        QVERIFY(demo.addCursor(u"crm-mirror"_s, demo.loadedFromEnd(120)));
        QVERIFY(demo.addCursor(u"billing-sync"_s, demo.loadedFromEnd(15)));
        demo.select(demo.loadedFromEnd(12));
        auto *copy = demo.window().findChild<QAction *>(u"copyEventJson"_s);
        QTRY_VERIFY(copy->isEnabled());
    }

    static void verifyNamed(QWidget &window, const QString &where)
    {
        const QStringList unnamed = unnamedInputs(window) + unnamedParts(window);
        QVERIFY2(unnamed.isEmpty(), qPrintable(where + u": "_s + unnamed.join(u", "_s)));
    }

    /// Actions that open a dialog end with "…"; these two say only what they show.
    static bool opensDialog(const QAction &action)
    {
        return action.text().endsWith(u'…') || action.objectName() == u"shortcuts"_s
               || action.objectName() == u"about"_s;
    }

private slots:
    void initTestCase() { applyTheme(ThemeChoice::Light); }
    void init()
    {
        QTest::failOnWarning(anyRealWarning());
        QSettings().clear();
    }

    void firstRunIsNamed()
    {
        QTemporaryDir folder;
        DemoWindow demo(folder.path(), false);
        QTRY_VERIFY(demo.window().isVisible());
        verifyNamed(demo.window(), u"first run"_s);
    }

    void wholeWindowIsNamed()
    {
        QTemporaryDir folder;
        QVERIFY(DemoWindow::prepare(folder.path(), kDemoEnd));
        DemoWindow demo(folder.path());
        open(demo);
        for (const QSize size : {QSize(1440, 900), QSize(960, 600)}) {
            demo.window().resize(size);
            QTRY_COMPARE(demo.window().size(), size);
            for (const auto &action : {u"detailTree"_s, u"detailJson"_s, u"findInDetail"_s}) {
                QVERIFY(demo.trigger(action));
                verifyNamed(demo.window(), action);
            }
        }
        // A field with text has one more button, and Qt gives its own no name.
        for (QLineEdit *field : demo.window().findChildren<QLineEdit *>()) {
            if (field->isVisible() && field->accessibleName() == u"Find in event"_s) {
                field->setText(u"a"_s);
                QTRY_VERIFY(partNamed(*field, u"Clear"_s) != nullptr);
                field->clear();
            }
        }
        auto *filter = demo.window().findChild<QLineEdit *>(u"filterField"_s);
        filter->setText(u"a"_s);
        verifyNamed(demo.window(), u"filtered"_s);
        filter->clear();
        QTRY_COMPARE(demo.session().events().filter().text, QString());
        demo.window().findChild<EventTable *>()->selectAll();
        QTRY_VERIFY(demo.window().findChild<EventTable *>()->selectedCount() > 1);
        verifyNamed(demo.window(), u"several selected"_s);
    }

    void everyDialogIsNamed()
    {
        QTemporaryDir folder;
        QVERIFY(DemoWindow::prepare(folder.path(), kDemoEnd));
        DemoWindow demo(folder.path());
        open(demo);
        QStringList opened;
        const QList<QAction *> actions = demo.window().findChildren<QAction *>();
        for (const QAction *action : actions) {
            const QString name = action->objectName();
            if (name.isEmpty() || !action->isEnabled() || !opensDialog(*action)) {
                continue;
            }
            QVERIFY2(demo.trigger(name), qPrintable(name));
            QVERIFY2(demo.waitDialog(), qPrintable(name));
            QDialog *dialog = demo.dialog();
            QVERIFY2(!dialog->windowTitle().isEmpty(), qPrintable(name));
            verifyNamed(*dialog, name);
            // Esc closes every one, whatever has the focus.
            QWidget *focus = dialog->focusWidget();
            QTest::keyClick(focus != nullptr ? focus : dialog, Qt::Key_Escape);
            QVERIFY2(demo.waitNoDialog(), qPrintable(name));
            opened << name;
        }
        for (const auto &name : {u"newEnvironment"_s,
                                 u"export"_s,
                                 u"newCursorHere"_s,
                                 u"setCursorHere"_s,
                                 u"rewind"_s,
                                 u"editCursor"_s,
                                 u"serveSlice"_s,
                                 u"shortcuts"_s,
                                 u"about"_s}) {
            QVERIFY2(opened.contains(name), qPrintable(name));
        }
    }

    void fixedNamesStand_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<int>("role");
        QTest::newRow("Events") << u"Events"_s << int(QAccessible::Table);
        QTest::newRow("Cursors") << u"Cursors"_s << int(QAccessible::List);
        QTest::newRow("Types") << u"Types"_s << int(QAccessible::Tree);
        QTest::newRow("Organizations") << u"Organizations"_s << int(QAccessible::Tree);
        QTest::newRow("Event tree") << u"Event tree"_s << int(QAccessible::Tree);
        QTest::newRow("Event JSON") << u"Event JSON"_s << int(QAccessible::EditableText);
        QTest::newRow("Filter") << u"Filter"_s << int(QAccessible::EditableText);
        QTest::newRow("Timeline") << u"Timeline"_s << -1;
        // A text or a button that opens its detail.
        for (const char *part : {"Loaded", "Shown", "Selected", "Connection", "Requests"}) {
            QTest::newRow(part) << QString::fromLatin1(part) << -1;
        }
    }
    void fixedNamesStand()
    {
        QFETCH(QString, name);
        QFETCH(int, role);
        QTemporaryDir folder;
        QVERIFY(DemoWindow::prepare(folder.path(), kDemoEnd));
        DemoWindow demo(folder.path());
        open(demo);
        QVERIFY(demo.trigger(name == u"Event JSON"_s ? u"detailJson"_s : u"detailTree"_s));
        QAccessibleInterface *part = partNamed(demo.window(), name);
        QVERIFY(part != nullptr);
        if (role >= 0) {
            QCOMPARE(int(part->role()), role);
        }
    }

    void cellsSayWhatColoursShow()
    {
        QTemporaryDir folder;
        QVERIFY(DemoWindow::prepare(folder.path(), kDemoEnd));
        DemoWindow demo(folder.path());
        open(demo);
        const EventTableModel &events = demo.session().events();
        QTRY_VERIFY(events.cursorMarks().size() == 2);
        QAccessibleInterface *table = partNamed(demo.window(), u"Events"_s);
        QVERIFY(table != nullptr && table->tableInterface() != nullptr);
        QTRY_COMPARE(table->tableInterface()->rowCount(), int(events.shownCount()));

        const auto cell = [&](int row, EventTableModel::Column column) {
            return table->tableInterface()->cellAt(row, int(column));
        };
        const auto activeMark = [&events]() -> std::optional<CursorMark> {
            for (const CursorMark &mark : events.cursorMarks()) {
                if (mark.isActive) {
                    return mark;
                }
            }
            return std::nullopt;
        };
        QTRY_VERIFY(activeMark().has_value());
        const CursorMark active = *activeMark();
        const int row = events.tableRowOf(*active.row);
        const QString type = QString::fromUtf8(
            events.snapshot().typeName(events.snapshot().type(*active.row)));
        const QString spoken = cell(row, EventTableModel::Column::Type)->text(QAccessible::Name);
        QVERIFY2(spoken.startsWith(type + u", "_s) && spoken.size() > type.size() + 2,
                 qPrintable(spoken));
        QCOMPARE(cell(row, EventTableModel::Column::Gutter)->text(QAccessible::Name),
                 u"cursor "_s + active.name);
        QCOMPARE(cell(row, EventTableModel::Column::Type)->text(QAccessible::Description),
                 u"processed"_s);
        QCOMPARE(cell(row + 1, EventTableModel::Column::Type)->text(QAccessible::Description),
                 u"after "_s + active.name);
        QCOMPARE(cell(0, EventTableModel::Column::Type)->role(), QAccessible::Cell);
    }
};

QTEST_MAIN(TestAccess)
#include "tst_access.moc"
