// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "tests/ui/uisupport.h"
#include "ui/mainwindow/fetchlimitsdialog.h"
#include "ui/shared/settings.h"
#include "ui/shared/theme.h"

#include <QPushButton>
#include <QRadioButton>
#include <QSettings>
#include <QSignalSpy>
#include <QSpinBox>
#include <QStandardPaths>
#include <QTest>

using namespace Qt::StringLiterals;

namespace playhead {

namespace {

template<typename T>
T *named(const QWidget &dialog, const QString &name)
{
    for (T *widget : dialog.findChildren<T *>()) {
        if (widget->accessibleName() == name || widget->text().remove(u'&').startsWith(name)) {
            return widget;
        }
    }
    return nullptr;
}

QSpinBox *number(const QWidget &dialog, const QString &name)
{
    for (auto *widget : dialog.findChildren<QSpinBox *>()) {
        if (widget->accessibleName() == name) {
            return widget;
        }
    }
    return nullptr;
}

FetchLimits chosenIn(FetchLimitsDialog &dialog)
{
    const QSignalSpy chosen(&dialog, &FetchLimitsDialog::chosen);
    named<QPushButton>(dialog, u"Use limits"_s)->click();
    return chosen.isEmpty() ? FetchLimits{-1, -1} : chosen.first().first().value<FetchLimits>();
}

} // namespace

/// The dialog of the fetch limits, and how the settings keep them.
class TestFetchLimits : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        QStandardPaths::setTestModeEnabled(true);
        QCoreApplication::setOrganizationName(u"Playhead"_s);
        QCoreApplication::setApplicationName(u"tst_fetchlimits"_s);
        applyTheme(ThemeChoice::Light);
    }
    void init()
    {
        QSettings().clear();
        QTest::failOnWarning(anyRealWarning());
    }

    void givesBackWhatItShows_data()
    {
        QTest::addColumn<int>("windows");
        QTest::addColumn<std::optional<int>>("rate");
        QTest::newRow("usual") << 6 << std::optional<int>();
        QTest::newRow("no limit") << 1 << std::optional(0);
        QTest::newRow("at most") << kMostWindows << std::optional(40);
        QTest::newRow("highest") << 16 << std::optional(kHighestRate);
    }
    void givesBackWhatItShows()
    {
        QFETCH(const int, windows);
        QFETCH(const std::optional<int>, rate);
        const FetchLimits limits{windows, rate};
        Settings().setFetchLimits(limits);
        QCOMPARE(Settings().fetchLimits().windows, windows);
        QCOMPARE(Settings().fetchLimits().rate, rate);
        FetchLimitsDialog dialog(Settings().fetchLimits());
        dialog.show();
        QVERIFY(chosenIn(dialog) == limits);
        QVERIFY(!dialog.isVisible());
    }

    void takesWhatIsTyped()
    {
        FetchLimitsDialog dialog({});
        dialog.show();
        QSpinBox *rate = number(dialog, u"Requests a second"_s);
        QVERIFY(rate && !rate->isEnabled());
        number(dialog, u"Windows at once"_s)->setValue(12);
        named<QRadioButton>(dialog, u"At most"_s)->click();
        QVERIFY(rate->isEnabled());
        rate->setValue(25);
        QVERIFY((chosenIn(dialog) == FetchLimits{12, 25}));
    }

    void resetShowsTheUsualLimits()
    {
        FetchLimitsDialog dialog({1, 0});
        dialog.show();
        named<QPushButton>(dialog, u"Reset"_s)->click();
        QVERIFY(chosenIn(dialog) == FetchLimits());
    }

    void cancelChoosesNothing()
    {
        FetchLimitsDialog dialog({1, 0});
        dialog.show();
        const QSignalSpy chosen(&dialog, &FetchLimitsDialog::chosen);
        named<QPushButton>(dialog, u"Cancel"_s)->click();
        QVERIFY(chosen.isEmpty() && !dialog.isVisible());
    }

    void keptNonsenseFallsBack()
    {
        QSettings().setValue(u"fetch/windows"_s, 1000);
        QSettings().setValue(u"fetch/rate"_s, u"many"_s);
        QVERIFY(Settings().fetchLimits() == FetchLimits());
    }
};

} // namespace playhead

QTEST_MAIN(playhead::TestFetchLimits)
#include "tst_fetchlimits.moc"
