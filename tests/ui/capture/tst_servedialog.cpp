// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "tests/model/cursors/storedevents.h"
#include "tests/ui/uisupport.h"
#include "ui/capture/arrivalfield.h"
#include "ui/capture/faultrow.h"
#include "ui/capture/faultsdialog.h"
#include "ui/capture/servechoice.h"
#include "ui/capture/servedialog.h"
#include "ui/shared/theme.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QLabel>
#include <QRadioButton>
#include <QScrollArea>
#include <QSignalSpy>
#include <QSpinBox>
#include <QToolButton>
#include <QWheelEvent>

using namespace playhead;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

template<typename Widget>
Widget *part(const QWidget &root, const QString &name)
{
    return root.findChild<Widget *>(name);
}

QRadioButton *source(const QWidget &dialog, const QString &text)
{
    for (auto *radio : dialog.findChildren<QRadioButton *>()) {
        if (radio->text().startsWith(text)) {
            return radio;
        }
    }
    return nullptr;
}

FaultRow *faultRow(const QWidget &root, const QString &name)
{
    return root.findChild<FaultRow *>(u"fault-"_s + name);
}

} // namespace

class TestServeDialog : public QObject
{
    Q_OBJECT

private:
    ServeChoices choices() const
    {
        ServeChoices all;
        all.events = m_events->snapshot();
        all.selected = {3};
        all.shown = {1, 2, 3, 4, 5};
        all.loaded = m_events->order();
        all.environmentName = u"Staging"_s;
        all.plan.port = 0;
        return all;
    }
    /// Presses the primary button and waits until the server has begun or failed.
    static void serve(ServeDialog &dialog, SliceServer &server)
    {
        QTest::mouseClick(part<QPushButton>(dialog, u"serve"_s), Qt::LeftButton);
        QTRY_VERIFY(server.isRunning() || server.state() == SliceServer::State::Failed);
    }

    const TypeCatalogue m_catalogue = TypeCatalogue::load().value();
    std::unique_ptr<StoredEvents> m_events;

private slots:
    void initTestCase()
    {
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
        applyTheme(ThemeChoice::Light);
        std::vector<MadeEvent> events;
        for (int i = 0; i < 1200; ++i) {
            events.push_back({"event_" + QByteArray::number(i),
                              *tryParseIsoInstant("2026-11-23T12:00:00Z") + std::chrono::seconds(i),
                              "dsync.user.updated",
                              "org_1"});
        }
        m_events = std::make_unique<StoredEvents>(events);
        QVERIFY(m_events->isValid());
    }
    void init() { QTest::failOnWarning(anyRealWarning()); }

    void countsStandBesideTheChoices_data()
    {
        QTest::addColumn<std::vector<EventRow>>("selected");
        QTest::addColumn<std::vector<EventRow>>("shown");
        QTest::addColumn<bool>("hasLoaded");
        QTest::addColumn<QString>("chosen");
        QTest::addColumn<QString>("button");
        const std::vector<EventRow> none;
        QTest::newRow("one selected") << std::vector<EventRow>{3} << std::vector<EventRow>{1, 2, 3}
                                      << true << u"Shown, 3"_s << u"Serve 3 events"_s;
        QTest::newRow("several selected")
            << std::vector<EventRow>{3, 4} << std::vector<EventRow>{1, 2, 3, 4} << true
            << u"Selected, 2"_s << u"Serve 2 events"_s;
        QTest::newRow("one shown")
            << none << std::vector<EventRow>{1} << true << u"Shown, 1"_s << u"Serve 1 event"_s;
        QTest::newRow("none shown")
            << none << none << true << u"All loaded, 1,200"_s << u"Serve 1,200 events"_s;
        QTest::newRow("no environment")
            << none << none << false << u"Demo events, 2,000"_s << u"Serve 2,000 events"_s;
    }
    void countsStandBesideTheChoices()
    {
        QFETCH(std::vector<EventRow>, selected);
        QFETCH(std::vector<EventRow>, shown);
        QFETCH(bool, hasLoaded);
        QFETCH(QString, chosen);
        QFETCH(QString, button);
        ServeChoices all = choices();
        all.selected = selected;
        all.shown = shown;
        if (!hasLoaded) {
            all.loaded.clear();
        }
        SliceServer server(m_catalogue);
        const ServeDialog dialog(all, server);
        QVERIFY(source(dialog, chosen) != nullptr && source(dialog, chosen)->isChecked());
        QCOMPARE(part<QPushButton>(dialog, u"serve"_s)->text(), button);
        for (const auto *radio : dialog.findChildren<QRadioButton *>()) {
            QCOMPARE(radio->isEnabled(), !radio->text().endsWith(u", 0"_s));
        }
    }

    void servesWhatIsChosen()
    {
        SliceServer server(m_catalogue);
        ServeDialog dialog(choices(), server);
        QSignalSpy serving(&dialog, &ServeDialog::serving);
        dialog.open();
        source(dialog, u"All loaded"_s)->click();
        part<QSpinBox>(dialog, u"holdBack"_s)->setValue(5);
        part<QCheckBox>(dialog, u"arrives"_s)->click();
        part<QSpinBox>(dialog, u"arrivalLast"_s)->setValue(2);
        part<QSpinBox>(dialog, u"arrivalSpeed"_s)->setValue(60);
        faultRow(dialog, u"rate-limit"_s)->findChild<QDoubleSpinBox *>()->setValue(12.5);
        part<QSpinBox>(*faultRow(dialog, u"rate-limit"_s), u"parameter-retry-after"_s)->setValue(7);
        faultRow(dialog, u"revoke-key"_s)->findChild<QSpinBox *>()->setValue(500);
        part<QSpinBox>(dialog, u"seed"_s)->setValue(99);
        part<QComboBox>(dialog, u"switch-unknown-cursor"_s)->setCurrentText(u"restart"_s);
        serve(dialog, server);
        QTRY_VERIFY(!dialog.isVisible());
        QCOMPARE(server.eventCount(), 1200);
        QCOMPARE(serving.size(), 1);
        const auto plan = serving.first().first().value<ServePlan>();
        ServePlan wanted;
        wanted.port = 0;
        wanted.switches.holdBack = 5s;
        wanted.switches.unknownCursor = ApiSwitches::UnknownCursor::Restart;
        wanted.arrival = Arrival{2h, 60};
        wanted.faults.seed = 99;
        FaultSetting limit = faultSetting(FaultKind::RateLimit, 0.125);
        limit.values[0] = 7;
        wanted.faults.set(limit);
        wanted.faults.set(faultSetting(FaultKind::RevokeKey, 500));
        QCOMPARE(plan, wanted);
        QCOMPARE(server.faults(), wanted.faults);
        // And it comes back the next time, but for the events.
        QCOMPARE(restoreServeChoice(saveServeChoice(plan)), plan);
    }

    void everyFaultComesBack()
    {
        ServePlan plan;
        plan.port = 0;
        for (const FaultSpec &spec : faultSpecs()) {
            const bool isShare = spec.measure == FaultMeasure::ShareOfRequests
                                 || spec.measure == FaultMeasure::ShareOfEvents;
            FaultSetting setting = faultSetting(spec.kind,
                                                isShare ? (int(spec.kind) + 1) / 1000.0 : 7);
            for (size_t i = 0; i < spec.parameters.size(); ++i) {
                setting.values.at(i) = spec.parameters[i].most;
            }
            plan.faults.set(setting);
        }
        QCOMPARE(plan.faults.settings.size(), kFaultKinds);
        ServeChoices all = choices();
        all.plan = restoreServeChoice(saveServeChoice(plan));
        QCOMPARE(all.plan, plan);
        SliceServer server(m_catalogue);
        ServeDialog dialog(all, server);
        dialog.open();
        QVERIFY(
            faultRow(dialog, u"clock-skew"_s)->isVisible()); // The rest is open, since some are on.
        QSignalSpy serving(&dialog, &ServeDialog::serving);
        serve(dialog, server);
        QCOMPARE(serving.first().first().value<ServePlan>(), plan);
    }

    void noMoreArrivesThanTheHorizon()
    {
        ArrivalField field(Arrival{std::chrono::minutes(90 * 24 * 60), 1});
        auto *last = part<QSpinBox>(field, u"arrivalLast"_s);
        auto *unit = field.findChild<QComboBox *>();
        QCOMPARE(last->value(), 90 * 24);
        unit->setCurrentIndex(0);
        last->setValue(90 * 24 * 60);
        unit->setCurrentIndex(1);
        ServePlan plan;
        plan.arrival = field.arrival();
        QCOMPARE(restoreServeChoice(saveServeChoice(plan)), plan);
    }

    void yesOrNoIsABoxToCheck()
    {
        FaultRow row(faultSpec(FaultKind::RateLimit));
        FaultSetting wanted = faultSetting(FaultKind::RateLimit, 0.5);
        QCOMPARE(wanted.values.at(1), 0);
        row.setSetting(wanted);
        auto *asDate = part<QCheckBox>(row, u"parameter-as-date"_s);
        QVERIFY(asDate != nullptr && !asDate->isChecked());
        QCOMPARE(asDate->text(), u"Retry-After is a date"_s);
        QSignalSpy edited(&row, &FaultRow::edited);
        asDate->click();
        QCOMPARE(edited.size(), 1);
        wanted.values.at(1) = 1;
        QCOMPARE(row.setting(), wanted);
        row.setSetting(faultSetting(FaultKind::RateLimit, 0.5));
        QVERIFY(!asDate->isChecked());
    }

    void tipsNameWhatTheCommandLineCallsIt()
    {
        for (const FaultSpec &spec : faultSpecs()) {
            const FaultRow row(spec);
            const auto *title = row.findChild<QLabel *>();
            QVERIFY2(title->toolTip().endsWith(u"--fault "_s + QString::fromLatin1(spec.name)),
                     qPrintable(title->toolTip()));
            QVERIFY2(!title->toolTip().contains(u'`'), qPrintable(title->toolTip()));
        }
    }

    void nonsenseInTheSettingsIsLeftOut()
    {
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"unknown line in the settings"_s));
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"unknown line in the settings"_s));
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"unknown line in the settings"_s));
        const ServePlan plan = restoreServeChoice(
            "port=70000\nfault=no-such=1\narrival=0,9999\nfault=delay=1\n");
        ServePlan wanted;
        wanted.faults.set(faultSetting(FaultKind::Delay, 1));
        QCOMPARE(plan, wanted);
        QCOMPARE(restoreServeChoice({}), ServePlan{});
    }

    void sliderAndNumberFollowEachOther()
    {
        FaultRow row(faultSpec(FaultKind::Error500));
        auto *slider = row.findChild<ShareSlider *>();
        auto *percent = row.findChild<QDoubleSpinBox *>();
        QSignalSpy edited(&row, &FaultRow::edited);
        row.show();
        slider->setValue(1);
        QCOMPARE(percent->value(), 0.1); // The least that can be chosen.
        slider->setValue(slider->maximum());
        QCOMPARE(percent->value(), 100.0);
        QCOMPARE(row.setting().amount, 1.0);
        percent->setValue(25);
        QCOMPARE(slider->value(), slider->maximum() / 2); // Small shares have more room.
        QCOMPARE(row.setting().amount, 0.25);
        QCOMPARE(edited.size(), 3);
        // By the keyboard.
        QTest::keyClick(slider, Qt::Key_Home);
        QCOMPARE(percent->value(), 0.0);
        QTest::keyClick(slider, Qt::Key_Right);
        QCOMPARE(percent->value(), 0.1);
        // What shapes it shows while it is on.
        auto *burst = part<QSpinBox>(row, u"parameter-burst"_s);
        QVERIFY(burst->isVisible());
        percent->setValue(0);
        QVERIFY(!burst->isVisible());
    }

    void theWheelScrollsAndChangesNothing()
    {
        FaultRow row(faultSpec(FaultKind::Error500));
        row.show();
        auto *slider = row.findChild<ShareSlider *>();
        slider->setValue(50);
        QWheelEvent wheel(QPointF(5, 5),
                          slider->mapToGlobal(QPointF(5, 5)),
                          {},
                          {0, 120},
                          Qt::NoButton,
                          Qt::NoModifier,
                          Qt::NoScrollPhase,
                          false);
        slider->clearFocus();
        QCoreApplication::sendEvent(slider, &wheel);
        QCOMPARE(slider->value(), 50);
    }

    void aTakenPortIsToldInPlace()
    {
        SliceServer other(m_catalogue);
        ServePlan any;
        any.port = 0;
        other.start(any, std::nullopt);
        QTRY_VERIFY(other.isRunning());
        ServeChoices all = choices();
        all.plan.port = quint16(other.url().port());
        SliceServer server(m_catalogue);
        ServeDialog dialog(all, server);
        dialog.open();
        serve(dialog, server);
        QTRY_COMPARE(server.state(), SliceServer::State::Failed);
        auto *notice = part<QWidget>(dialog, u"notice"_s);
        QTRY_VERIFY(dialog.isVisible() && notice->isVisible());
        QVERIFY(notice->findChild<QLabel *>()->text().contains(QString::number(all.plan.port)));
        // Another port, and it works.
        part<QSpinBox>(dialog, u"port"_s)->setValue(0);
        QVERIFY(!notice->isVisible());
        serve(dialog, server);
        QTRY_VERIFY(server.isRunning() && !dialog.isVisible());
    }

    void escapeLeavesAndServesNothing()
    {
        SliceServer server(m_catalogue);
        ServeDialog dialog(choices(), server);
        dialog.open();
        QVERIFY(QTest::qWaitForWindowExposed(&dialog));
        QTest::keyClick(&dialog, Qt::Key_Escape);
        QVERIFY(!dialog.isVisible());
        QCOMPARE(server.state(), SliceServer::State::Stopped);
        // While it starts, the first one stops only that.
        dialog.open();
        QTest::mouseClick(part<QPushButton>(dialog, u"serve"_s), Qt::LeftButton);
        QCOMPARE(server.state(), SliceServer::State::Starting);
        QTest::keyClick(&dialog, Qt::Key_Escape);
        QCOMPARE(server.state(), SliceServer::State::Stopped);
        QVERIFY(dialog.isVisible());
        QVERIFY(part<QPushButton>(dialog, u"serve"_s)->isEnabled());
    }

    void faultsOfTheRunningServerChange()
    {
        SliceServer server(m_catalogue);
        ServePlan plan;
        plan.port = 0;
        plan.faults.set(faultSetting(FaultKind::Delay, 0.5));
        server.start(plan, std::nullopt);
        QTRY_VERIFY(server.isRunning());
        FaultsDialog dialog(server);
        dialog.open();
        auto *apply = part<QPushButton>(dialog, u"applyFaults"_s);
        QVERIFY(!apply->isEnabled());
        QCOMPARE(faultRow(dialog, u"delay"_s)->setting().amount, 0.5);
        faultRow(dialog, u"delay"_s)->findChild<QDoubleSpinBox *>()->setValue(0);
        faultRow(dialog, u"cut"_s)->findChild<QDoubleSpinBox *>()->setValue(3);
        QVERIFY(apply->isEnabled());
        QTest::mouseClick(apply, Qt::LeftButton);
        FaultPlan wanted;
        wanted.set(faultSetting(FaultKind::Cut, 0.03));
        QCOMPARE(server.faults(), wanted);
        QVERIFY(dialog.isVisible() && !apply->isEnabled());
        server.stop();
        faultRow(dialog, u"cut"_s)->findChild<QDoubleSpinBox *>()->setValue(5);
        QVERIFY(!apply->isEnabled());
    }

    void everyInputHasAName()
    {
        SliceServer server(m_catalogue);
        ServeDialog dialog(choices(), server);
        dialog.open();
        for (auto *more : dialog.findChildren<QToolButton *>()) {
            more->click();
        }
        QCOMPARE(unnamedInputs(dialog), QStringList());
    }

    void theKeyboardGoesDownTheDialog()
    {
        QWidget window;
        window.resize(1440, 900);
        SliceServer server(m_catalogue);
        ServeChoices given = choices();
        given.plan.arrival = Arrival{1h, 10};
        ServeDialog dialog(std::move(given), server, &window);
        dialog.open();
        part<QToolButton>(dialog, u"allFaults"_s)->click();
        part<QToolButton>(dialog, u"switches"_s)->click();
        QVERIFY(QTest::qWaitForWindowActive(&dialog));
        source(dialog, u"Shown"_s)->setFocus();
        QPoint last;
        int count = 0;
        for (QWidget *now = dialog.focusWidget(); now->objectName() != u"cancel"_s; ++count) {
            const QPoint place = now->mapTo(now->window()->findChild<ServeForm *>(),
                                            now->rect().center());
            // Columns first, so that the server's fields come behind the sources beside them.
            QVERIFY2(place.y() > last.y() - 4 || place.x() > last.x(),
                     qPrintable(now->accessibleName() + now->objectName()));
            last = place;
            QTest::keyClick(now, Qt::Key_Tab);
            QVERIFY(dialog.focusWidget() != now && count < 200);
            now = dialog.focusWidget();
        }
        QVERIFY2(count > 40, qPrintable(QString::number(count)));
    }

    void fitsASmallWindow_data()
    {
        QTest::addColumn<int>("px");
        QTest::newRow("usual text") << 13;
        QTest::newRow("200 %") << 26;
    }
    void fitsASmallWindow()
    {
        QFETCH(int, px);
        const QFont before = QApplication::font();
        QFont larger = before;
        larger.setPixelSize(px);
        QApplication::setFont(larger);
        applyTheme(ThemeChoice::Light);
        {
            QWidget window;
            window.resize(960, 600);
            window.show();
            SliceServer server(m_catalogue);
            ServeDialog dialog(choices(), server, &window);
            dialog.open();
            part<QToolButton>(dialog, u"allFaults"_s)->click();
            QTest::qWait(0);
            QVERIFY2(dialog.height() <= window.height(),
                     qPrintable(QString::number(dialog.height())));
            auto *serveButton = part<QPushButton>(dialog, u"serve"_s);
            QVERIFY(dialog.rect().contains(
                serveButton->geometry().translated(serveButton->parentWidget()->pos())));
            // What is below comes into view with the keyboard.
            auto *last = faultRow(dialog, u"clock-skew"_s)->findChild<QSpinBox *>();
            QVERIFY(QTest::qWaitForWindowActive(&dialog));
            faultRow(dialog, u"revoke-key"_s)->findChild<QSpinBox *>()->setFocus();
            QTest::keyClick(dialog.focusWidget(), Qt::Key_Tab);
            QCOMPARE(dialog.focusWidget(), last);
            const auto *area = dialog.findChild<QScrollArea *>();
            QVERIFY(area->viewport()->rect().intersects(
                QRect(last->mapTo(area->viewport(), QPoint()), last->size())));
        }
        QApplication::setFont(before);
        applyTheme(ThemeChoice::Light);
    }
};

QTEST_MAIN(TestServeDialog)
#include "tst_servedialog.moc"
