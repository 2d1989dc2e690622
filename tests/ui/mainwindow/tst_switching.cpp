// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "tests/ui/mainwindow/windowstand.h"
#include "tests/ui/uisupport.h"
#include "ui/cursors/cursordesk.h"
#include "ui/cursors/cursorfiledesk.h"
#include "ui/cursors/cursorimportdialog.h"
#include "ui/mainwindow/tablepane.h"
#include "ui/shared/inlinemessage.h"
#include "ui/shared/theme.h"

#include <QAction>
#include <QDialog>
#include <QSettings>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTest>

using namespace playhead;
using namespace Qt::StringLiterals;

/// What the window tells of one environment is not told of the next.
class TestSwitching : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        QStandardPaths::setTestModeEnabled(true);
        QCoreApplication::setOrganizationName(u"Playhead"_s);
        QCoreApplication::setApplicationName(u"tst_switching"_s);
        QSettings().clear();
        applyTheme(ThemeChoice::Light);
    }
    void init() { QTest::failOnWarning(anyRealWarning()); }

    void dialogsGoWithTheirEnvironment()
    {
        WindowStand stand;
        QVERIFY(stand.openDemo());
        auto *cursors = stand.window().findChild<CursorDesk *>();
        Cursor cursor;
        cursor.environmentId = stand.environment().id;
        cursor.name = u"billing-sync"_s;
        cursor.types = {"user.created"};
        cursor.position = FromTime{stand.events().scope().range.until - std::chrono::hours(4)};
        stand.cursors().create(cursor);
        QTRY_VERIFY(cursors->areAllCounted() && cursors->activeId() != 0);
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"cursors.json"_s);
        auto *files = stand.window().findChild<CursorFileDesk *>();
        QSignalSpy written(files, &CursorFileDesk::announced);
        files->exportTo(path);
        QVERIFY(written.wait());
        stand.cursors().remove(*cursors->activeCursor());
        QTRY_COMPARE(cursors->activeId(), 0);
        files->importFrom(path);
        QTRY_VERIFY(stand.window().findChild<CursorImportDialog *>());
        stand.cursors().undo();
        QTRY_VERIFY(cursors->areAllCounted() && cursors->activeId() != 0);

        cursors->rewind(cursors->activeId());
        cursors->recover(cursors->activeId());
        cursors->edit(cursors->activeId());
        cursors->savePlace(cursors->activeId());
        cursors->showPlaces();
        for (const QString &order :
             {u"exportCursors"_s, u"importCursors"_s, u"fetchFromCursor"_s}) {
            stand.action(order)->trigger();
        }
        const auto open = [&stand] {
            QStringList names;
            for (const QDialog *dialog : stand.window().findChildren<QDialog *>()) {
                names.append(QString::fromLatin1(dialog->metaObject()->className()));
            }
            return names;
        };
        QCOMPARE(open().size(), 9);
        // Opened anew it is the same: what was typed stays.
        stand.window().setEnvironment(stand.environment());
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        QCOMPARE(open().size(), 9);

        Environment staging;
        staging.name = u"Staging"_s;
        staging.baseUrl = stand.feed().baseUrl();
        const Instant end = instantFromUs(stand.environment().demoEndUs);
        QVERIFY(stand.open(staging, {staging.baseUrl, "sk_test_playhead"}, end));
        QTRY_COMPARE(open(), QStringList());
    }

    void theAgeOfTheCacheIsTheEnvironmentsOwn()
    {
        WindowStand stand;
        QVERIFY(stand.openDemo());
        QTRY_VERIFY(!stand.feed().progress().isActive());
        const Environment demo = stand.environment();
        const FetchTarget target{stand.feed().baseUrl(), "sk_test_playhead"};
        const Instant end = instantFromUs(demo.demoEndUs);
        Environment staging;
        staging.name = u"Staging"_s;
        staging.baseUrl = target.baseUrl;
        QVERIFY(stand.open(staging, target, end));
        staging = stand.environment();
        stand.action(u"fetch"_s)->trigger();
        QTRY_COMPARE(stand.feed().progress().state, FetchState::Done);
        QTRY_VERIFY(stand.events().loadedCount() > 0);
        stand.restart();
        QVERIFY(stand.open(demo, target, end + std::chrono::minutes(90)));
        FetchQuery query;
        query.scope = stand.events().scope();
        query.skipCovered = false;
        stand.feed().fetch(query);
        QTRY_COMPARE(stand.feed().progress().state, FetchState::Done);
        QVERIFY(stand.feed().progress().events > 0);
        const FetchTarget gone{QUrl(u"http://127.0.0.1:9"_s), target.apiKey};
        QVERIFY(stand.open(staging, gone, end + std::chrono::hours(2)));
        stand.action(u"fetch"_s)->trigger();
        QTRY_COMPARE(stand.feed().progress().state, FetchState::Failed);
        const InlineMessage &strip = stand.window().findChild<TablePane *>()->strip();
        QTRY_VERIFY(strip.message() && strip.message()->kind == MessageKind::Warning);
        QVERIFY2(strip.message()->text.contains(u"read 1 hour ago"_s),
                 qPrintable(strip.message()->text));
    }
};

QTEST_MAIN(TestSwitching)
#include "tst_switching.moc"
