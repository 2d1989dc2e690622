// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "tests/ui/mainwindow/windowstand.h"
#include "ui/detail/jsontreeview.h"
#include "ui/events/eventdelegate.h"
#include "ui/events/eventtable.h"
#include "ui/mainwindow/firstrunpage.h"
#include "ui/shared/inlinemessage.h"
#include "ui/shared/settings.h"
#include "ui/sidebar/sidebarpane.h"

#include <QAbstractButton>
#include <QAbstractItemModelTester>
#include <QAbstractItemView>
#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QRegularExpression>
#include <QSettings>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTest>

using namespace playhead;
using namespace Qt::StringLiterals;

namespace {

/// A control that a screen reader could only call by its kind.
bool isUnnamed(const QWidget *widget)
{
    const bool isInput = qobject_cast<const QAbstractButton *>(widget)
                         || qobject_cast<const QLineEdit *>(widget)
                         || qobject_cast<const QAbstractItemView *>(widget)
                         || qobject_cast<const QPlainTextEdit *>(widget)
                         || qobject_cast<const QComboBox *>(widget);
    // Qt's own buttons inside a field, the corner of a table, and hidden headers are no stops of the keyboard.
    const bool isQtsOwn = widget->inherits("QLineEditIconButton")
                          || widget->inherits("QTableCornerButton")
                          || (widget->inherits("QHeaderView") && widget->isHidden());
    if (!isInput || isQtsOwn || widget->objectName().startsWith(u"qt_"_s)) {
        return false;
    }
    if (const auto *button = qobject_cast<const QAbstractButton *>(widget);
        button && !button->text().isEmpty()) {
        return false;
    }
    return widget->accessibleName().isEmpty();
}

} // namespace

class TestMainWindow : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        QStandardPaths::setTestModeEnabled(true);
        QCoreApplication::setOrganizationName(u"Playhead"_s);
        QCoreApplication::setApplicationName(u"tst_mainwindow"_s);
        applyTheme(ThemeChoice::Light);
    }
    void init()
    {
        QSettings().clear();
        // The offscreen platform says this of every window.
        QTest::failOnWarning(
            QRegularExpression(u"^(?!This plugin does not support propagateSizeHints)"_s));
    }

    void firstRunOffersTheWaysIn()
    {
        WindowStand stand;
        auto *page = stand.window().findChild<FirstRunPage *>();
        QVERIFY(page->isVisible());
        QVERIFY(!stand.table().isVisible());
        QSignalSpy demo(&stand.window(), &MainWindow::demoRequested);
        emit page->demoRequested();
        QCOMPARE(demo.size(), 1);
        QVERIFY(!stand.action(u"fetch"_s)->isEnabled());
        QVERIFY(!stand.action(u"export"_s)->isEnabled());
        stand.grab(u"first-run"_s);
    }

    void demoIsReadAndShown()
    {
        WindowStand stand;
        QAbstractItemModelTester tester(&stand.events());
        QVERIFY(stand.openDemo());
        QTRY_VERIFY(!stand.feed().progress().isActive());
        QCOMPARE(stand.feed().progress().state, FetchState::Done);
        // All of its 90 days: a server on this computer judges the horizon for itself.
        const TimeRange read = stand.feed().progress().range;
        const auto length = std::chrono::duration_cast<std::chrono::hours>(read.until - read.since);
        QCOMPARE(length.count(), 90 * 24);
        QVERIFY(stand.table().isVisible());
        QCOMPARE(stand.window().windowTitle(), u"Demo - Playhead"_s);
        // "Today" is the demo's, whose clock was set after the window was made.
        const auto *delegate = qobject_cast<EventDelegate *>(stand.table().itemDelegate());
        const QModelIndex newest = stand.events().index(stand.events().rowCount() - 1,
                                                        int(EventTableModel::Column::Time));
        QVERIFY(!delegate->timeTextOf(newest).contains(u"Nov"_s));
        stand.table().selectEvent(stand.events().eventRowAt(1200));
        stand.table().revealEvent(stand.events().eventRowAt(1200));
        QTRY_VERIFY(stand.action(u"copyEventId"_s)->isEnabled());
        stand.grab(u"loaded"_s);
    }

    void everyInputIsNamed()
    {
        WindowStand stand;
        QVERIFY(stand.openDemo());
        const QList<QWidget *> all = stand.window().findChildren<QWidget *>();
        QStringList unnamed;
        for (const QWidget *widget : all) {
            if (isUnnamed(widget)) {
                unnamed
                    << u"%1 %2 in %3"_s.arg(QLatin1StringView(widget->metaObject()->className()),
                                            widget->objectName(),
                                            QLatin1StringView(
                                                widget->parentWidget()->metaObject()->className()));
            }
        }
        QVERIFY2(unnamed.isEmpty(), qPrintable(unnamed.join(u"; "_s)));
        for (const QAction *action : stand.window().actions()) {
            QVERIFY(!action->objectName().isEmpty());
            QVERIFY(!action->text().isEmpty());
            QVERIFY(!action->statusTip().isEmpty());
        }
        QCOMPARE(stand.table().accessibleName(), u"Events"_s);
    }

    void shortcutsAreUnique()
    {
        WindowStand stand;
        QHash<QString, QString> seen;
        for (const QAction *action : stand.window().actions()) {
            for (const QKeySequence &keys : action->shortcuts()) {
                const QString text = keys.toString();
                QVERIFY2(!seen.contains(text), qPrintable(text + u" "_s + action->objectName()));
                seen.insert(text, action->objectName());
            }
        }
    }

    void themeSwitchRepaintsEverything()
    {
        WindowStand stand;
        QVERIFY(stand.openDemo());
        stand.table().selectEvent(stand.events().eventRowAt(1200));
        stand.table().revealEvent(stand.events().eventRowAt(1200));
        const auto lightness = [&stand] {
            const QImage image = stand.window().grab().toImage().scaled(16,
                                                                        16,
                                                                        Qt::IgnoreAspectRatio,
                                                                        Qt::SmoothTransformation);
            QList<int> cells;
            for (int y = 0; y < 16; ++y) {
                for (int x = 0; x < 16; ++x) {
                    cells << image.pixelColor(x, y).lightness();
                }
            }
            return cells;
        };
        const QList<int> light = lightness();
        stand.action(u"themeDark"_s)->trigger();
        QCOMPARE(settings().theme(), ThemeChoice::Dark);
        stand.grab(u"loaded-dark"_s);
        const QList<int> dark = lightness();
        stand.action(u"themeLight"_s)->trigger();
        QVERIFY(*std::min_element(light.begin(), light.end()) > 120);
        QVERIFY(*std::max_element(dark.begin(), dark.end()) < 130);
    }

    void smallWindowHidesTheSidebarAndMovesTheDetail()
    {
        WindowStand stand;
        QVERIFY(stand.openDemo());
        auto *sidebar = stand.window().findChild<SidebarPane *>();
        QVERIFY(sidebar->isVisible());
        QVERIFY(!stand.action(u"detailAtBottom"_s)->isChecked());
        stand.window().resize(960, 600);
        QTRY_VERIFY(!sidebar->isVisible());
        QVERIFY(stand.action(u"detailAtBottom"_s)->isChecked());
        stand.table().selectEvent(stand.events().eventRowAt(1200));
        stand.grab(u"min"_s);
        QVERIFY(stand.window().width() <= 960);
        stand.action(u"sidebar"_s)->trigger();
        QVERIFY(sidebar->isVisible());
        stand.window().resize(1440, 900);
        QTRY_VERIFY(sidebar->isVisible());
        QVERIFY(!stand.action(u"detailAtBottom"_s)->isChecked());
    }

    void textFiltersAndIsThereAfterARestart()
    {
        WindowStand stand;
        QVERIFY(stand.openDemo());
        const quint32 all = stand.events().shownCount();
        auto *field = stand.window().findChild<QLineEdit *>(u"filterField"_s);
        field->setText(u"dsync.user.updated"_s);
        QTRY_VERIFY(stand.events().shownCount() > 0 && stand.events().shownCount() < all);
        const quint32 shown = stand.events().shownCount();
        stand.grab(u"filtered"_s);
        stand.restart();
        QTRY_COMPARE(stand.events().shownCount(), shown);
        QCOMPARE(stand.window().findChild<QLineEdit *>(u"filterField"_s)->text(),
                 u"dsync.user.updated"_s);
        stand.action(u"clearFilter"_s)->trigger();
        QTRY_COMPARE(stand.events().shownCount(), all);
        QVERIFY(stand.window().findChild<QLineEdit *>(u"filterField"_s)->text().isEmpty());
    }

    /// Within the 150 ms after a key, when the text is not in force yet.
    void typedTextStaysWhileAnotherPartIsEdited()
    {
        WindowStand stand;
        QVERIFY(stand.openDemo());
        auto *field = stand.window().findChild<QLineEdit *>(u"filterField"_s);
        field->setText(u"foo-corp"_s);
        EventFilter filter = stand.events().filter();
        QVERIFY(filter.text.isEmpty());
        filter.hiddenTypes = {"session.created"};
        emit stand.window().findChild<SidebarPane *>()->filterEdited(filter);
        QCOMPARE(field->text(), u"foo-corp"_s);
        QCOMPARE(stand.events().filter().text, u"foo-corp"_s);
        QCOMPARE(stand.events().filter().hiddenTypes, filter.hiddenTypes);
        field->setText(u"orbital"_s);
        stand.action(u"clearFilter"_s)->trigger();
        QVERIFY(field->text().isEmpty());
        QVERIFY(!stand.events().filter().isActive());
    }

    void noMatchSaysSoAndClears()
    {
        WindowStand stand;
        QVERIFY(stand.openDemo());
        stand.window().findChild<QLineEdit *>(u"filterField"_s)->setText(u"nobody-has-this-text"_s);
        QTRY_COMPARE(stand.events().shownCount(), 0U);
        QTRY_VERIFY(stand.window().findChild<QAbstractButton *>(u"empty-clearFilter"_s));
        stand.grab(u"no-match"_s);
        stand.window().findChild<QAbstractButton *>(u"empty-clearFilter"_s)->click();
        QTRY_VERIFY(stand.events().shownCount() > 1000);
        QVERIFY(stand.table().isVisible());
    }

    void valueUnderTheFocusBecomesAFilter()
    {
        WindowStand stand;
        QVERIFY(stand.openDemo());
        stand.table().selectEvent(stand.events().eventRowAt(500));
        const quint32 all = stand.events().shownCount();
        QTRY_VERIFY(stand.action(u"filterByValue"_s)->isEnabled());
        stand.action(u"filterByValue"_s)->trigger();
        QVERIFY(stand.events().shownCount() < all);
        const quint32 only = stand.events().shownCount();
        stand.action(u"clearFilter"_s)->trigger();
        stand.action(u"excludeValue"_s)->trigger();
        QCOMPARE(stand.events().shownCount(), all - only);
        stand.action(u"clearFilter"_s)->trigger();
        QCOMPARE(stand.events().shownCount(), all);
    }

    void copiesStoredBytes()
    {
        WindowStand stand;
        QVERIFY(stand.openDemo());
        const EventRow row = stand.events().eventRowAt(700);
        stand.table().selectEvent(row);
        QTRY_VERIFY(stand.action(u"copyEventJson"_s)->isEnabled());
        stand.action(u"copyEventJson"_s)->trigger();
        QCOMPARE(QGuiApplication::clipboard()->text().toUtf8(),
                 stand.events().snapshot().raw(row).toByteArray());
        stand.action(u"copyEventId"_s)->trigger();
        QCOMPARE(QGuiApplication::clipboard()->text(),
                 stand.events().snapshot().id(row).toString());
    }

    void copyKeyBelongsToWhatHasTheFocus()
    {
        WindowStand stand;
        QVERIFY(stand.openDemo());
        const EventRow row = stand.events().eventRowAt(700);
        stand.table().selectEvent(row);
        QTRY_VERIFY(stand.action(u"copyEventJson"_s)->isEnabled());
        stand.window().activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&stand.window()));
        QGuiApplication::clipboard()->clear();
        stand.table().setFocus();
        QTest::keyClick(&stand.table(), Qt::Key_C, Qt::ControlModifier);
        QCOMPARE(QGuiApplication::clipboard()->text().toUtf8(),
                 stand.events().snapshot().raw(row).toByteArray());
        auto *tree = stand.window().findChild<JsonTreeView *>();
        QTRY_VERIFY(tree->model()->rowCount() > 1);
        tree->setFocus();
        tree->setCurrentIndex(tree->model()->index(1, 0));
        QTest::keyClick(tree, Qt::Key_C, Qt::ControlModifier);
        QCOMPARE(QGuiApplication::clipboard()->text(),
                 stand.events().snapshot().id(row).toString());
    }

    void cursorMarksRowsAndStaysActive()
    {
        WindowStand stand;
        QVERIFY(stand.openDemo());
        const EventRow row = stand.events().eventRowAt(1100);
        Cursor cursor;
        cursor.environmentId = stand.environment().id;
        cursor.name = u"billing-sync"_s;
        cursor.position = AfterEvent{stand.events().snapshot().id(row),
                                     stand.events().snapshot().createdAt(row)};
        stand.cursors().create(cursor);
        QTRY_COMPARE(stand.events().cursorMarks().size(), 1);
        const QModelIndex marked = stand.events().index(1100, 0);
        QVERIFY(marked.data(EventTableModel::ActiveCursorRole).toBool());
        QVERIFY(stand.action(u"rewind"_s)->isEnabled());
        stand.action(u"goToCursor"_s)->trigger();
        QTRY_COMPARE(stand.table().currentEvent(), std::optional(row));
        stand.table().selectEvent(stand.events().eventRowAt(1104));
        stand.grab(u"cursor"_s);
        stand.action(u"themeDark"_s)->trigger();
        stand.grab(u"cursor-dark"_s);
        stand.action(u"themeLight"_s)->trigger();
        stand.restart();
        QTRY_COMPARE(stand.events().cursorMarks().size(), 1);
        QVERIFY(stand.events().cursorMarks().first().isActive);
    }

    void aCursorWithoutAPlaceIsGoneToNoLater()
    {
        WindowStand stand;
        QVERIFY(stand.openDemo());
        Cursor cursor;
        cursor.environmentId = stand.environment().id;
        cursor.name = u"audit"_s;
        cursor.position = FromTime{stand.events().scope().range.since};
        QSignalSpy created(&stand.cursors(), &CursorBook::created);
        stand.cursors().create(cursor);
        QVERIFY(created.wait());
        QTRY_VERIFY(stand.action(u"goToCursor"_s)->isEnabled());
        const EventRow chosen = stand.events().eventRowAt(7);
        stand.table().selectEvent(chosen);
        stand.action(u"goToCursor"_s)->trigger();
        const EventRow row = stand.events().eventRowAt(1100);
        cursor.name = u"billing-sync"_s;
        cursor.position = AfterEvent{stand.events().snapshot().id(row),
                                     stand.events().snapshot().createdAt(row)};
        stand.cursors().create(cursor);
        QTRY_VERIFY(std::any_of(stand.events().cursorMarks().begin(),
                                stand.events().cursorMarks().end(),
                                [](const CursorMark &mark) { return mark.isActive; }));
        QCOMPARE(stand.table().currentEvent(), std::optional(chosen));
    }

    void problemsShowInPlace()
    {
        WindowStand stand;
        QVERIFY(stand.openDemo());
        stand.window().showProblem(
            {ErrorCode::Conflict,
             u"billing-sync was changed by another Playhead. Look at it again and repeat the change."_s,
             {},
             0});
        bool isShown = false;
        for (const InlineMessage *strip : stand.window().findChildren<InlineMessage *>()) {
            isShown = isShown
                      || (strip->isVisible()
                          && strip->message()->title
                                 == u"billing-sync was changed by another Playhead"_s);
        }
        QVERIFY(isShown);
        QVERIFY(stand.table().isVisible());
        stand.grab(u"problem"_s);
    }

    void stillShowsWhatIsStoredWhenTheServerIsGone()
    {
        WindowStand stand;
        QVERIFY(stand.openDemo());
        QTRY_VERIFY(!stand.feed().progress().isActive());
        stand.feed().setFetchTarget({QUrl(u"http://127.0.0.1:9"_s), "sk_test_playhead"});
        FetchQuery query;
        query.scope = stand.events().scope();
        query.skipCovered = false;
        stand.feed().fetch(query);
        QTRY_COMPARE_WITH_TIMEOUT(stand.feed().progress().state, FetchState::Failed, 60'000);
        QTRY_VERIFY(stand.window().findChild<QAbstractButton *>(u"message-retry"_s));
        QVERIFY(stand.events().shownCount() > 1000);
        stand.grab(u"offline"_s);
    }
};

QTEST_MAIN(TestMainWindow)
#include "tst_mainwindow.moc"
