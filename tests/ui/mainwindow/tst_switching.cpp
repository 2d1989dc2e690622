// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "tests/ui/mainwindow/windowstand.h"
#include "tests/ui/uisupport.h"
#include "ui/mainwindow/tablepane.h"
#include "ui/shared/inlinemessage.h"
#include "ui/shared/theme.h"

#include <QAction>
#include <QSettings>
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
