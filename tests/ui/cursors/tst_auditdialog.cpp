// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "tests/ui/uisupport.h"
#include "ui/cursors/auditdialog.h"
#include "ui/shared/dialogparts.h"
#include "ui/shared/theme.h"

#include <QSignalSpy>
#include <QSpinBox>
#include <QTableView>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace playhead {

namespace {

const Instant kNow = *tryParseIsoInstant("2026-11-23T14:06:00Z");

Cursor cursor()
{
    Cursor cursor;
    cursor.id = 7;
    cursor.name = u"billing-sync"_s;
    cursor.position = AfterEvent{EventId("event_01KD9F14TB0000000000QKZ5C"), kNow - 10min};
    return cursor;
}

/// Five minutes were read again, and all that is known of them is good.
AuditReport good()
{
    AuditReport report;
    report.cursor = cursor();
    report.at = kNow;
    report.stretch = {kNow - 15min, kNow - 10min};
    report.eventsRead = 214;
    report.sinceSet = report.stretch;
    return report;
}

AuditReport withMissed()
{
    AuditReport report = good();
    report.missed =
        {{EventId("event_late_1"), "dsync.user.deleted", OrganizationId("org_1"), kNow - 11min, 4s},
         {EventId("event_late_2"), "user.updated", {}, kNow - 11min + 20ms, 3s}};
    report.suggestion = ToEvent{EventId("event_before")};
    return report;
}

QStringList shownTexts(const QWidget &dialog)
{
    QStringList texts;
    for (const auto *label : dialog.findChildren<QLabel *>()) {
        if (label->isVisible()) {
            QString text = label->text();
            texts.append(text.remove(QRegularExpression(u"<[^>]*>"_s)));
        }
    }
    return texts;
}

QString allText(const QWidget &dialog)
{
    return shownTexts(dialog).join(u'\n');
}

} // namespace

class TestAuditDialog : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
        applyTheme(ThemeChoice::Light);
    }
    void init()
    {
        QTest::failOnWarning(anyRealWarning());
        AuditDialogContext context;
        context.zone = QTimeZone::utc();
        context.now = kNow;
        context.organizationName = [](const OrganizationId &id) {
            return id.isEmpty() ? QString() : u"Foo Corp"_s;
        };
        m_dialog = std::make_unique<AuditDialog>(cursor(), context);
        m_dialog->show();
    }

    void asksHowFarBack()
    {
        QSignalSpy asked(m_dialog.get(), &AuditDialog::auditRequested);
        auto *minutes = m_dialog->findChild<QSpinBox *>();
        QCOMPARE(minutes->value(), 5);
        QVERIFY(button(u"audit"_s)->isDefault());
        minutes->setValue(12);
        button(u"audit"_s)->click();
        QCOMPARE(asked.size(), 1);
        QCOMPARE(asked.first().first().value<AuditSettings>().overlap, Duration(12min));
        QVERIFY(!minutes->isEnabled());
        m_dialog->showProgress(1300);
        QVERIFY(allText(*m_dialog).contains(u"Reading again, 1,300 events so far"_s));
    }

    void stoppingAsksAgain()
    {
        QSignalSpy cancelled(m_dialog.get(), &AuditDialog::cancelRequested);
        button(u"audit"_s)->click();
        QCOMPARE(button(u"close"_s)->text(), u"Stop"_s);
        QTest::keyClick(m_dialog.get(), Qt::Key_Escape);
        QCOMPARE(cancelled.size(), 1);
        QVERIFY(m_dialog->isVisible());
        m_dialog->showFailure({ErrorCode::Cancelled, u"Stopped."_s, {}, 0});
        QVERIFY(!allText(*m_dialog).contains(u"Stopped."_s));
        QVERIFY(button(u"audit"_s)->isVisible());
        QTest::keyClick(m_dialog.get(), Qt::Key_Escape);
        QVERIFY(!m_dialog->isVisible());
    }

    void nothingMissedSaysHowMuchWasRead()
    {
        button(u"audit"_s)->click();
        m_dialog->showReport(good());
        QVERIFY2(
            allText(*m_dialog).contains(
                u"Nothing was missed. 214 events were read again, 13:51:00.000 to 13:56:00.000."_s),
            qPrintable(allText(*m_dialog)));
        QVERIFY(!m_dialog->findChild<QTableView *>()->isVisible());
        QVERIFY(!button(u"goOn"_s)->isVisible());
        QCOMPARE(button(u"audit"_s)->text(), u"Audit again"_s);
        look(u"audit-good"_s);
    }

    void missedEventsAreNamedAndLeadOn()
    {
        button(u"audit"_s)->click();
        m_dialog->showReport(withMissed());
        QVERIFY(allText(*m_dialog).contains(u"2 events were missed."_s));
        auto *table = m_dialog->findChild<QTableView *>();
        QVERIFY(table->isVisible());
        const QAbstractItemModel &model = *table->model();
        QCOMPARE(model.rowCount(), 2);
        QCOMPARE(model.index(0, 0).data().toString(), u"23 Nov 13:55:00.000"_s);
        QCOMPARE(model.index(0, 1).data().toString(), u"dsync.user.deleted"_s);
        QCOMPARE(model.index(0, 2).data().toString(), u"Foo Corp"_s);
        QCOMPARE(model.index(0, 3).data().toString(), u"at least 4 s later"_s);
        QCOMPARE(model.index(1, 2).data().toString(), QString());
        QSignalSpy chosen(m_dialog.get(), &AuditDialog::eventChosen);
        table->selectRow(1);
        button(u"showEvent"_s)->click();
        QCOMPARE(chosen.size(), 1);
        QCOMPARE(chosen.first().first().value<EventId>(), EventId("event_late_2"));
        QVERIFY(m_dialog->isVisible());
        look(u"audit-missed"_s);
        QSignalSpy rewind(m_dialog.get(), &AuditDialog::rewindRequested);
        QCOMPARE(button(u"goOn"_s)->text(), u"Rewind to before the first…"_s);
        QVERIFY(button(u"goOn"_s)->isDefault());
        button(u"goOn"_s)->click();
        QCOMPARE(rewind.size(), 1);
        QVERIFY(!m_dialog->isVisible());
    }

    void doubtIsTold()
    {
        AuditReport report = good();
        report.maybeMissed = {
            {EventId("event_same"), "user.updated", OrganizationId("org_1"), kNow - 10min, 0s}};
        report.untold = {{kNow - 15min, kNow - 14min}};
        report.readError = Error{ErrorCode::NameNotResolved, u"There is no connection."_s, {}, 0};
        report.warnings = {{CursorWarning::Kind::NotStored, EventId("event_x"), {}}};
        button(u"audit"_s)->click();
        m_dialog->showReport(report);
        const QString text = allText(*m_dialog);
        QVERIFY2(text.contains(u"1 event may have been missed."_s), qPrintable(text));
        QVERIFY(text.contains(u"Not all of it was read again. There is no connection."_s));
        QVERIFY(text.contains(textOf(report.warnings.first())));
        QVERIFY(text.contains(u"13:51:00.000 to 13:52:00.000: nothing can be told"_s));
        QCOMPARE(m_dialog->findChild<QTableView *>()->model()->index(0, 3).data().toString(),
                 u"maybe missed"_s);
        QVERIFY(!button(u"goOn"_s)->isVisible());
        look(u"audit-doubt"_s);
    }

    void whatCannotBeToldIsNotCalledGood_data()
    {
        QTest::addColumn<AuditReport>("report");
        QTest::addColumn<QString>("said");
        AuditReport report = good();
        report.untold = {{kNow - 15min, kNow - 14min}};
        QTest::newRow("part") << report << u"Nothing was missed as far as can be told."_s;
        report.untold = {};
        report.sinceSet = {};
        report.sinceStart = {report.stretch};
        QTest::newRow("since it began") << report << u"Nothing was missed as far as can be told."_s;
        report.sinceStart = {};
        report.untold = {report.stretch};
        QTest::newRow("all") << report << u"Whether something was missed cannot be told."_s;
        report = good();
        report.readError = Error{ErrorCode::KeyMissing, u"No key."_s, {}, 0};
        QTest::newRow("not read") << report << u"Nothing was missed as far as can be told."_s;
    }

    void whatCannotBeToldIsNotCalledGood()
    {
        QFETCH(AuditReport, report);
        QFETCH(QString, said);
        m_dialog->showReport(report);
        QVERIFY2(allText(*m_dialog).contains(said), qPrintable(allText(*m_dialog)));
        QVERIFY(!allText(*m_dialog).contains(u"Nothing was missed. "_s));
    }

    void aLostCursorLeadsToItsRecovery()
    {
        AuditReport report = good();
        report.isLost = true;
        report.eventsRead = 0;
        m_dialog->showReport(report);
        QVERIFY(allText(*m_dialog).contains(
            u"billing-sync stands before everything that WorkOS keeps."_s));
        QVERIFY(!allText(*m_dialog).contains(u"missed"_s));
        QSignalSpy recover(m_dialog.get(), &AuditDialog::recoverRequested);
        button(u"goOn"_s)->click();
        QCOMPARE(recover.size(), 1);
    }

    void aSecondResultReplacesTheFirst()
    {
        m_dialog->showReport(withMissed());
        button(u"audit"_s)->click();
        QVERIFY(!allText(*m_dialog).contains(u"missed."_s));
        m_dialog->showReport(good());
        QVERIFY(!allText(*m_dialog).contains(u"2 events"_s));
        QCOMPARE(m_dialog->findChild<QTableView *>()->model()->rowCount(), 0);
    }

    void theHeadFollowsItsCursor()
    {
        m_dialog->showReport(good());
        Cursor moved = cursor();
        moved.name = u"billing"_s;
        moved.position = AfterEvent{EventId("event_elsewhere"), kNow - 2min};
        m_dialog->setCursor(moved);
        QString text = allText(*m_dialog);
        QVERIFY2(text.contains(u"billing\nLast processed 23 Nov 14:04:00.000"_s), qPrintable(text));
        QVERIFY2(text.contains(
                     u"billing was moved since this audit. The result is about its place at "
                     "that time, 23 Nov 13:56:00.000."_s),
                 qPrintable(text));
        // Audited again it is about the new place.
        AuditReport report = good();
        report.cursor = moved;
        m_dialog->showReport(report);
        text = allText(*m_dialog);
        QVERIFY2(!text.contains(u"moved since"_s), qPrintable(text));
        m_dialog->setGone();
        QVERIFY(allText(*m_dialog).contains(u"billing was deleted meanwhile."_s));
        QVERIFY(!button(u"audit"_s)->isEnabled());
        m_dialog->setCursor(moved); // brought back
        QVERIFY(!allText(*m_dialog).contains(u"deleted"_s));
        QVERIFY(button(u"audit"_s)->isEnabled());
    }

    void atTheHorizonNothingBeforeItIsRead()
    {
        AuditReport report;
        report.cursor = cursor();
        m_dialog->showReport(report);
        QVERIFY(allText(*m_dialog).contains(u"Nothing before the cursor can be read any more"_s));
        QVERIFY(!button(u"goOn"_s)->isVisible());
    }

    void everyInputHasAName()
    {
        m_dialog->showReport(withMissed());
        QCOMPARE(unnamedInputs(*m_dialog), QStringList());
        // In the order in which they stand.
        QCOMPARE(m_dialog->findChild<QSpinBox *>()->accessibleName(),
                 u"Read again before the cursor"_s);
    }

private:
    QPushButton *button(const QString &name) const
    {
        return m_dialog->findChild<QPushButton *>(name);
    }
    void look(const QString &name)
    {
        for (const ThemeChoice theme : {ThemeChoice::Dark, ThemeChoice::Light}) {
            applyTheme(theme);
            grab(*m_dialog, name + (theme == ThemeChoice::Dark ? u"-dark"_s : u"-light"_s));
        }
    }

    std::unique_ptr<AuditDialog> m_dialog;
};

} // namespace playhead

Q_DECLARE_METATYPE(playhead::AuditSettings)

QTEST_MAIN(playhead::TestAuditDialog)
#include "tst_auditdialog.moc"
