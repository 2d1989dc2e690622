// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/events/eventstore.h"
#include "tests/ui/mainwindow/windowstand.h"
#include "tests/ui/uisupport.h"
#include "ui/mainwindow/fetchmessages.h"
#include "ui/mainwindow/tablepane.h"
#include "ui/shared/inlinemessage.h"
#include "ui/shared/theme.h"

#include <QAction>
#include <QPushButton>
#include <QSettings>
#include <QStandardPaths>
#include <QTest>
#include <QToolButton>

using namespace playhead;
using namespace Qt::StringLiterals;

/// The window while another Playhead writes the events (semantics 16).
class TestReadOnly : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        QStandardPaths::setTestModeEnabled(true);
        QCoreApplication::setOrganizationName(u"Playhead"_s);
        QCoreApplication::setApplicationName(u"tst_readonly"_s);
        QSettings().clear();
        applyTheme(ThemeChoice::Light);
    }
    void init() { QTest::failOnWarning(anyRealWarning()); }

    void showsTheEventsAndSaysWhoWrites()
    {
        WindowStand stand;
        QVERIFY(stand.openDemo());
        QTRY_COMPARE(stand.feed().progress().state, FetchState::Done);
        const quint32 loaded = stand.events().loadedCount();
        QVERIFY(loaded > 0);
        const FetchTarget target{stand.feed().baseUrl(), "sk_test_playhead"};
        const Environment demo = stand.environment();
        const Instant now = instantFromUs(demo.demoEndUs) + std::chrono::milliseconds(1);

        // Another writer takes the store as soon as this window lets go of it.
        const TypeCatalogue catalogue = TypeCatalogue::load().value();
        const QString store = stand.folder() + u"/events/env-%1"_s.arg(demo.id);
        stand.feed().close();
        std::unique_ptr<EventStore> writer;
        QTRY_VERIFY([&] {
            auto opened = EventStore::open(store, catalogue);
            writer = opened ? std::move(*opened) : nullptr;
            return writer != nullptr;
        }());

        QVERIFY(stand.open(demo, target, now));
        QVERIFY(stand.feed().isReadOnly());
        QTRY_COMPARE(stand.events().loadedCount(), loaded);
        const InlineMessage &strip = stand.window().findChild<TablePane *>()->strip();
        QTRY_VERIFY(strip.message() && strip.message()->title.contains(u"Another Playhead"_s));
        const QString process = QString::number(QCoreApplication::applicationPid());
        QVERIFY2(strip.message()->title.contains(process), qPrintable(strip.message()->title));
        const auto *connection = stand.window().findChild<QToolButton *>(u"statusConnection"_s);
        QVERIFY(connection != nullptr);
        QTRY_VERIFY2(connection->text().startsWith(u"Read only"_s), qPrintable(connection->text()));
        stand.grab(u"read-only"_s);

        // A fetch is refused in the same words, and nothing is lost from sight.
        stand.action(u"fetch"_s)->trigger();
        QTRY_COMPARE(stand.feed().progress().state, FetchState::Failed);
        QTRY_VERIFY(strip.message() && strip.message()->title.contains(process));
        QCOMPARE(stand.events().loadedCount(), loaded);

        // When the other one is gone, a look makes this the writer.
        writer.reset();
        auto *again = strip.findChild<QPushButton *>(u"message-"_s
                                                     + QLatin1StringView(kChoiceLookAgain));
        QVERIFY(again != nullptr);
        again->click();
        QTRY_VERIFY(!stand.feed().isReadOnly());
        QTRY_COMPARE(stand.events().loadedCount(), loaded);
        QTRY_VERIFY(!strip.message() || !strip.message()->title.contains(process));
        stand.action(u"fetch"_s)->trigger();
        QTRY_COMPARE(stand.feed().progress().state, FetchState::Done);
    }
};

QTEST_MAIN(TestReadOnly)
#include "tst_readonly.moc"
