// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/events/streamorder.h"
#include "model/server/demoserver.h"
#include "tests/window/demowindow.h"
#include "ui/capture/exportdialog.h"
#include "ui/events/eventheader.h"
#include "ui/events/eventtable.h"
#include "ui/mainwindow/mainwindow.h"
#include "ui/shared/inlinemessage.h"
#include "ui/shared/settings.h"

#include <QAbstractButton>
#include <QAccessible>
#include <QDialog>
#include <QDialogButtonBox>
#include <QFile>
#include <QFileDialog>
#include <QLineEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QSettings>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTemporaryDir>
#include <QTest>
#include <QTreeView>

using namespace Qt::StringLiterals;
using namespace playhead;

namespace {

constexpr Instant kDemoEnd = std::chrono::sys_days(std::chrono::year(2026) / 11 / 23)
                             + std::chrono::hours(14);
constexpr quint32 kDemoCount = 2000;

/// What the filter row should show, told without any of the table's own machinery.
std::vector<EventRow> rowsThatHold(const EventSnapshot &events,
                                   const QByteArray &needle,
                                   const QSet<QByteArray> &hiddenTypes)
{
    std::vector<EventRow> rows;
    for (const EventRow row : streamOrder(events)) {
        if (!hiddenTypes.contains(events.typeName(events.type(row)))
            && events.raw(row).toByteArray().toLower().contains(needle)) {
            rows.push_back(row);
        }
    }
    return rows;
}

QByteArray linesOf(const EventSnapshot &events, const std::vector<EventRow> &rows)
{
    QByteArray lines;
    for (const EventRow row : rows) {
        lines += events.raw(row).toByteArray() + '\n';
    }
    return lines;
}

} // namespace

/// The whole main job in the real window on the real local Events API.
class TestMainJob : public QObject
{
    Q_OBJECT

private:
    static bool press(QDialog *dialog, const QString &buttonName)
    {
        auto *button = dialog != nullptr ? dialog->findChild<QAbstractButton *>(buttonName)
                                         : nullptr;
        if (button == nullptr
            || !QTest::qWaitFor([button] { return button->isEnabled(); }, 10'000)) {
            return false;
        }
        button->click();
        return true;
    }

    static CursorPosition positionOf(DemoWindow &demo, const QString &name)
    {
        for (const Cursor &cursor : demo.session().cursors().cursors()) {
            if (cursor.name == name) {
                return cursor.position;
            }
        }
        return {};
    }

    static CursorPosition after(const EventSnapshot &events, EventRow row)
    {
        return AfterEvent{events.id(row), events.createdAt(row)};
    }

    static QString messageTitle(DemoWindow &demo)
    {
        for (const InlineMessage *strip : demo.window().findChildren<InlineMessage *>()) {
            if (strip->message()) {
                return strip->message()->title;
            }
        }
        return {};
    }

private slots:
    void init()
    {
        // The offscreen platform says this of every dialog of fixed size.
        QTest::failOnWarning(
            QRegularExpression(u"^(?!This plugin does not support propagateSizeHints)"_s));
        QSettings().clear();
    }

    void everythingIsThereAfterARestart()
    {
        QTemporaryDir folder;
        QVERIFY(DemoWindow::prepare(folder.path(), kDemoEnd));
        QSet<QByteArray> hidden;
        quint32 shown = 0;
        CursorPosition rewound;
        QByteArray columns;
        {
            DemoWindow demo(folder.path());
            EventTableModel &events = demo.session().events();
            QVERIFY(demo.waitOpened(u"Demo"_s));
            QVERIFY(demo.fetch());
            QTRY_COMPARE(events.loadedCount(), kDemoCount);

            // What was read is asked for once more only by the order that says so.
            EventFeed &feed = demo.session().feed();
            QVERIFY(demo.trigger(u"fetch"_s));
            QTRY_VERIFY(feed.progress().state == FetchState::Done);
            QVERIFY(feed.progress().requests < 3);
            QTRY_VERIFY(demo.trigger(u"fetchAgain"_s));
            QTRY_VERIFY(feed.progress().requests >= kDemoCount / 100);
            QTRY_VERIFY(feed.progress().state == FetchState::Done);
            QCOMPARE(feed.progress().added, 0U);
            QCOMPARE(events.loadedCount(), kDemoCount);

            // A facet: the first family is taken out of what is shown, and of nothing else.
            auto *types = demo.window().findChild<QTreeView *>(u"types"_s);
            QVERIFY(types != nullptr);
            QVERIFY(types->model()->setData(types->model()->index(0, 0),
                                            Qt::Unchecked,
                                            Qt::CheckStateRole));
            QTRY_VERIFY(!events.filter().hiddenTypes.isEmpty());
            hidden = events.filter().hiddenTypes;
            const EventSnapshot snapshot = events.snapshot();
            QCOMPARE(size_t(events.shownCount()), rowsThatHold(snapshot, {}, hidden).size());
            QCOMPARE(events.loadedCount(), kDemoCount);

            // Text, typed.
            auto *field = demo.window().findChild<QLineEdit *>(u"filterField"_s);
            QTest::keyClicks(field, u"Foo-Corp"_s);
            QTRY_COMPARE(events.filter().text, u"Foo-Corp"_s);
            QTRY_VERIFY(!events.isSearching());
            const std::vector<EventRow> wanted = rowsThatHold(snapshot, "foo-corp", hidden);
            QVERIFY(!wanted.empty() && wanted.size() < kDemoCount);
            QTRY_COMPARE(events.shownRows(), wanted);
            shown = events.shownCount();

            // A cursor at an event, by the dialog.
            const std::vector<EventRow> order = streamOrder(snapshot);
            const EventRow place = wanted[wanted.size() / 2];
            demo.select(place);
            QVERIFY(demo.trigger(u"newCursorHere"_s));
            QVERIFY(demo.waitDialog());
            demo.dialog()->findChild<QLineEdit *>()->setText(u"billing-sync"_s);
            QVERIFY(press(demo.dialog(), u"save"_s));
            QTRY_COMPARE(positionOf(demo, u"billing-sync"_s), after(snapshot, place));
            QVERIFY(demo.waitNoDialog());

            // Rewind by 100 events: counted in the cursor's own stream, not in what is shown.
            QVERIFY(demo.trigger(u"rewind"_s));
            QVERIFY(demo.waitDialog());
            demo.dialog()->findChild<QSpinBox *>()->setValue(100);
            auto *apply = demo.dialog()->findChild<QAbstractButton *>(u"apply"_s);
            QTRY_VERIFY(apply->isEnabled() && apply->text().contains(u"100"_s));
            QVERIFY(press(demo.dialog(), u"apply"_s));
            const auto at = std::find(order.begin(), order.end(), place);
            rewound = after(snapshot, *(at - 100));
            QTRY_COMPARE(positionOf(demo, u"billing-sync"_s), rewound);
            QVERIFY(demo.waitNoDialog());
            QVERIFY(demo.trigger(u"undo"_s));
            QTRY_COMPARE(positionOf(demo, u"billing-sync"_s), after(snapshot, place));
            QVERIFY(demo.trigger(u"redo"_s));
            QTRY_COMPARE(positionOf(demo, u"billing-sync"_s), rewound);

            // Export what is shown: the stored bytes, in order.
            const QString path = folder.filePath(u"out.ndjson"_s);
            QVERIFY(demo.trigger(u"export"_s));
            QVERIFY(demo.waitDialog());
            auto *dialog = qobject_cast<ExportDialog *>(demo.dialog());
            QVERIFY(dialog != nullptr);
            QSignalSpy exported(dialog, &ExportDialog::exported);
            QVERIFY(press(dialog, u"export"_s));
            auto *where = dialog->findChild<QFileDialog *>();
            QVERIFY(where != nullptr);
            where->setDirectory(folder.path());
            where->selectFile(u"out.ndjson"_s);
            where->findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Save)->click();
            QTRY_COMPARE(exported.size(), 1);
            QFile file(path);
            QVERIFY(file.open(QIODevice::ReadOnly));
            QCOMPARE(file.readAll(), linesOf(snapshot, wanted));
            dialog->reject();
            QVERIFY(demo.waitNoDialog());

            auto &header = demo.window().findChild<EventTable *>()->header();
            header.resizeSection(static_cast<int>(EventTableModel::Column::Type), 301);
            columns = header.saveColumns();
        }

        DemoWindow demo(folder.path(), false);
        EventTableModel &events = demo.session().events();
        QVERIFY(demo.waitOpened(u"Demo"_s));
        QTRY_COMPARE(events.loadedCount(), kDemoCount);
        QTRY_COMPARE(events.filter().text, u"Foo-Corp"_s);
        QCOMPARE(events.filter().hiddenTypes, hidden);
        QTRY_COMPARE(events.shownCount(), shown);
        QCOMPARE(demo.window().findChild<QLineEdit *>(u"filterField"_s)->text(), u"Foo-Corp"_s);
        QTRY_COMPARE(positionOf(demo, u"billing-sync"_s), rewound);
        QTRY_COMPARE(demo.session().events().cursorMarks().size(), 1);
        QVERIFY(demo.session().events().cursorMarks().first().isActive);
        QCOMPARE(demo.window().findChild<EventTable *>()->header().sectionSize(
                     static_cast<int>(EventTableModel::Column::Type)),
                 301);

        // The same stream again: nothing is stored twice.
        QVERIFY(demo.fetch());
        QCOMPARE(demo.session().feed().snapshot().rowCount(), kDemoCount);
    }

    void fixedNamesAreGivenOnce_data()
    {
        QTest::addColumn<QString>("className");
        QTest::newRow("Filter") << u"QLineEdit"_s;
        QTest::newRow("Events") << u"QTableView"_s;
        for (const char *name : {"Cursors", "Types", "Organizations", "Event tree"}) {
            QTest::newRow(name) << u"QAbstractItemView"_s;
        }
        QTest::newRow("Event JSON") << u"QPlainTextEdit"_s;
        for (const char *name : {"Loaded", "Shown", "Selected", "Connection", "Requests"}) {
            QTest::newRow(name) << u"QToolButton"_s;
        }
    }
    void fixedNamesAreGivenOnce()
    {
        // Screen readers and scripts look for a name or a description (design, section 12): nothing else may carry it.
        QFETCH(QString, className);
        const QString wanted = QString::fromLatin1(QTest::currentDataTag());
        QTemporaryDir folder;
        DemoWindow demo(folder.path(), false);
        QStringList found;
        for (QWidget *widget : demo.window().findChildren<QWidget *>()) {
            QAccessibleInterface *seen = QAccessible::queryAccessibleInterface(widget);
            if (seen != nullptr
                && (seen->text(QAccessible::Name) == wanted
                    || seen->text(QAccessible::Description) == wanted)) {
                found << QString::fromLatin1(widget->metaObject()->className());
                QVERIFY2(widget->inherits(qPrintable(className)), qPrintable(found.last()));
            }
        }
        QVERIFY2(found.size() == 1, qPrintable(found.join(u", "_s)));
    }

    void closingAtOnceKeepsWhatWasOrdered()
    {
        QTemporaryDir folder;
        QVERIFY(DemoWindow::prepare(folder.path(), kDemoEnd));
        constexpr int kCursors = 20;
        {
            DemoWindow demo(folder.path());
            QVERIFY(demo.waitOpened(u"Demo"_s));
            QVERIFY(demo.fetch());
            const EventSnapshot events = demo.session().feed().snapshot();
            for (int i = 0; i < kCursors; ++i) {
                Cursor cursor;
                cursor.environmentId = demo.session().environments().environments().first().id;
                cursor.name = u"cursor %1"_s.arg(i);
                cursor.position = after(events, EventRow(i));
                demo.session().cursors().create(cursor);
            }
        }
        DemoWindow demo(folder.path(), false);
        QVERIFY(demo.waitOpened(u"Demo"_s));
        QTRY_COMPARE(demo.session().cursors().cursors().size(), kCursors);
    }

    void aRefusedKeyIsSaidAndLosesNothing()
    {
        QTemporaryDir folder;
        QVERIFY(DemoWindow::prepare(folder.path(), kDemoEnd));
        const auto catalogue = TypeCatalogue::load();
        auto server = LocalEventsApi::start(demoConfig({1, 300, kDemoEnd}), *catalogue);
        QVERIFY(server.has_value());
        DemoWindow demo(folder.path(), false);
        Environment staging;
        staging.name = u"Staging"_s;
        staging.baseUrl = (*server)->url();
        emit demo.window().environmentEdited(staging, "sk_test_wrong");
        QVERIFY(demo.waitOpened(u"Staging"_s));
        QVERIFY(demo.fetch());
        QCOMPARE(demo.session().feed().progress().error.code, ErrorCode::KeyRefused);
        QTRY_VERIFY(messageTitle(demo).contains(u"Staging"_s));
        QVERIFY(!messageTitle(demo).contains(u"sk_test_wrong"_s));

        // The right key, asked for by "Change key…": the same environment goes on.
        emit demo.window().environmentEdited(demo.session().environments().environments().last(),
                                             kLocalApiKey);
        QVERIFY(demo.waitOpened(u"Staging"_s));
    }

    void aKeyThatWasNotStoredGoesNowhereElse()
    {
        QTemporaryDir folder;
        const auto catalogue = TypeCatalogue::load();
        auto server = LocalEventsApi::start(demoConfig({1, 300, kDemoEnd}), *catalogue);
        QVERIFY(server.has_value());
        DemoWindow demo(folder.path(), false);
        Environment first;
        first.name = u"First"_s;
        first.baseUrl = (*server)->url();
        emit demo.window().environmentEdited(first, kLocalApiKey);
        QVERIFY(demo.waitOpened(u"First"_s));

        // The name is taken, so this key belongs to nobody.
        QSignalSpy refused(&demo.session().environments(), &EnvironmentBook::failed);
        emit demo.window().environmentEdited(first, kLocalApiKey);
        QTRY_COMPARE(refused.size(), 1);
        Environment other = first;
        other.name = u"Other"_s;
        demo.session().environments().save(other);
        QVERIFY(demo.waitOpened(u"Other"_s));
        QVERIFY(demo.fetch());
        QCOMPARE(demo.session().feed().progress().error.code, ErrorCode::KeyMissing);
    }

    void aDeadServerIsSaidInPlace()
    {
        QTemporaryDir folder;
        const auto catalogue = TypeCatalogue::load();
        auto server = LocalEventsApi::start(demoConfig({1, 300, kDemoEnd}), *catalogue);
        QVERIFY(server.has_value());
        DemoWindow demo(folder.path(), false);
        Environment local;
        local.name = u"Local"_s;
        local.baseUrl = (*server)->url();
        emit demo.window().environmentEdited(local, kLocalApiKey);
        QVERIFY(demo.waitOpened(u"Local"_s));
        server->reset();
        QVERIFY(demo.fetch());
        QCOMPARE(demo.session().feed().progress().error.code, ErrorCode::ConnectionRefused);
        QTRY_VERIFY(!messageTitle(demo).isEmpty());
    }
};

QTEST_MAIN(TestMainJob)
#include "tst_mainjob.moc"
