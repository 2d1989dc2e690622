// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "ui/shared/settings.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QSettings>
#include <QTest>

using namespace playhead;
using namespace Qt::StringLiterals;

class TestSettings : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        QCoreApplication::setOrganizationName(u"Playhead"_s);
        QCoreApplication::setApplicationName(u"tst_settings"_s);
    }
    void init() { QSettings().clear(); }

    void freshOnesAreTheDesigns()
    {
        const Settings fresh;
        QCOMPARE(fresh.theme(), ThemeChoice::System);
        QCOMPARE(fresh.timeMode(), TimeMode::Local);
        QCOMPARE(fresh.lastEnvironment(), 0);
        QVERIFY(fresh.isDetailShown());
        QVERIFY(!fresh.isSidebarShown(WidthClass::Narrow));
        QVERIFY(!fresh.filter(1).isActive());
    }

    void valuesComeBack()
    {
        EventFilter filter;
        filter.hiddenTypes = {"user.created", "dsync.user.updated"};
        filter.hiddenOrganizations = {OrganizationId(), OrganizationId("org_1")};
        filter.text = u"naïve \"text\""_s;
        filter.range = {instantFromUs(1'795'420'800'000'001), instantFromUs(1'795'420'900'000'000)};
        {
            Settings settings;
            settings.setTheme(ThemeChoice::Dark);
            settings.setTimeMode(TimeMode::Delta);
            settings.setFilter(3, filter);
            settings.setSidebarShown(WidthClass::Narrow, true);
            settings.setActiveCursor(3, 7);
            settings.setColumns(3, QByteArray("\0\1\2", 3));
        }
        QSettings().sync();
        const Settings again;
        QCOMPARE(again.theme(), ThemeChoice::Dark);
        QCOMPARE(again.timeMode(), TimeMode::Delta);
        QCOMPARE(again.filter(3), filter);
        QVERIFY(!again.filter(4).isActive());
        QCOMPARE(again.isSidebarShown(WidthClass::Narrow), std::optional(true));
        QVERIFY(!again.isSidebarShown(WidthClass::Normal));
        QCOMPARE(again.activeCursor(3), 7);
        QCOMPARE(again.columns(3), QByteArray("\0\1\2", 3));
    }

    void keepsTenRecentCaptures()
    {
        Settings settings;
        for (int i = 0; i < 12; ++i) {
            settings.addRecentCapture(QString::number(i));
        }
        settings.addRecentCapture(u"5"_s);
        const Settings again;
        QCOMPARE(again.recentCaptures().size(), 10);
        QCOMPARE(again.recentCaptures().mid(0, 3), (QStringList{u"5"_s, u"11"_s, u"10"_s}));
        settings.removeRecentCapture(u"11"_s);
        QCOMPARE(settings.recentCaptures().mid(0, 2), (QStringList{u"5"_s, u"10"_s}));
    }

    void onlyNoOrganizationHiddenComesBack()
    {
        EventFilter filter;
        filter.hiddenOrganizations = {OrganizationId()};
        Settings settings;
        settings.setFilter(1, filter);
        QCOMPARE(settings.filter(1), filter);
        settings.setFilter(1, {});
        QVERIFY(!settings.filter(1).isActive());
    }

    void unknownValuesFallBackAndAreLogged()
    {
        QSettings().setValue(u"window/theme"_s, u"purple"_s);
        const Settings settings;
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"purple"_s));
        QCOMPARE(settings.theme(), ThemeChoice::System);
    }
};

QTEST_GUILESS_MAIN(TestSettings)
#include "tst_settings.moc"
