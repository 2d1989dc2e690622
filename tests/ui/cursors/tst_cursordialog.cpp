// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "tests/ui/uisupport.h"
#include "ui/cursors/cursordialog.h"
#include "ui/cursors/cursorhistorymodel.h"
#include "ui/cursors/placetext.h"
#include "ui/shared/theme.h"

#include <QAbstractItemModelTester>
#include <QDateTimeEdit>
#include <QRadioButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

using namespace Qt::StringLiterals;

namespace playhead {

namespace {

Instant at(const char *text)
{
    return *tryParseIsoInstant(text);
}

Cursor someCursor(qint64 id)
{
    Cursor cursor;
    cursor.id = id;
    cursor.name = id == 0 ? QString() : u"billing-sync"_s;
    cursor.position = AfterEvent{EventId("event_stored"), at("2026-11-23T13:56:40.611Z")};
    cursor.types = {"dsync.user.created", "dsync.user.updated"};
    cursor.organization = OrganizationId("org_1");
    return cursor;
}

CursorDialogContext someContext()
{
    CursorDialogContext context;
    context.takenNames = {u"crm-mirror"_s};
    context.findEvent = [](const EventId &id) -> std::optional<Instant> {
        if (id.value == "event_stored") {
            return at("2026-11-23T13:56:40.611Z");
        }
        return id.value == "event_other" ? std::optional(at("2026-11-23T12:00:00Z")) : std::nullopt;
    };
    context.organizationName = [](const OrganizationId &) { return u"Foo Corp"_s; };
    context.zone = QTimeZone::utc();
    context.now = at("2026-11-23T14:06:00Z");
    return context;
}

QList<CursorHistoryEntry> someHistory()
{
    CursorHistoryEntry created;
    created.after = someCursor(1);
    created.before = created.after;
    created.at = at("2026-11-20T09:00:00Z");
    CursorHistoryEntry rewound = created;
    rewound.change = CursorChange::RewoundByEvents;
    rewound.at = at("2026-11-23T13:00:00Z");
    rewound.reason = u"Group sync dropped members"_s;
    return {rewound, created};
}

QLineEdit *field(const QWidget &dialog, const QString &name)
{
    for (auto *edit : dialog.findChildren<QLineEdit *>()) {
        if (edit->accessibleName() == name) {
            return edit;
        }
    }
    return nullptr;
}

} // namespace

class TestCursorDialog : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init() { QTest::failOnWarning(anyRealWarning()); }
    void newCursorNeedsAFreeName();
    void newCursorStandsAfterTheGivenEvent();
    void unknownEventsAreJudged_data();
    void unknownEventsAreJudged();
    void editedNameMovesNothing();
    void editedPlaceAsksForAMove();
    void fromTimeKeepsItsExactMoment();
    void historyTellsTimeChangeAndReason();
    void everyInputHasAName();
    void looks();
    void placeTexts();
};

void TestCursorDialog::initTestCase()
{
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
    applyTheme(ThemeChoice::Light);
}

void TestCursorDialog::newCursorNeedsAFreeName()
{
    CursorDialog dialog(someCursor(0), someContext());
    auto *save = dialog.findChild<QPushButton *>(u"save"_s);
    QCOMPARE(save->text(), u"Create cursor"_s);
    QVERIFY(!save->isEnabled());
    field(dialog, u"Name"_s)->setText(u" crm-mirror "_s);
    QVERIFY(!save->isEnabled());
    QVERIFY(field(dialog, u"Name"_s)->property("invalid").toBool());
    field(dialog, u"Name"_s)->setText(u" mirror "_s);
    QVERIFY(save->isEnabled());
}

void TestCursorDialog::newCursorStandsAfterTheGivenEvent()
{
    CursorDialog dialog(someCursor(0), someContext());
    dialog.open();
    QSignalSpy saved(&dialog, &CursorDialog::saved);
    field(dialog, u"Name"_s)->setText(u"mirror"_s);
    field(dialog, u"Note"_s)->setText(u"of the CRM"_s);
    QTest::keyClick(field(dialog, u"Note"_s), Qt::Key_Return);
    QCOMPARE(saved.size(), 1);
    const auto cursor = saved.first().first().value<Cursor>();
    QCOMPARE(cursor.name, u"mirror"_s);
    QCOMPARE(cursor.note, u"of the CRM"_s);
    QVERIFY(cursor.position == someCursor(0).position);
    QCOMPARE(cursor.types, someCursor(0).types);
    QVERIFY(!dialog.isVisible());
}

void TestCursorDialog::unknownEventsAreJudged_data()
{
    QTest::addColumn<qint64>("id");
    QTest::addColumn<QString>("event");
    QTest::addColumn<bool>("isTaken");
    QTest::newRow("new, stored") << qint64(0) << u"event_other"_s << true;
    QTest::newRow("new, not stored, time in its id")
        << qint64(0) << u"event_01ARZ3NDEKTSV4RRFFQ69G5FAV"_s << true;
    QTest::newRow("new, not stored, no time") << qint64(0) << u"evt_x"_s << false;
    QTest::newRow("new, empty") << qint64(0) << u" "_s << false;
    QTest::newRow("edited, stored") << qint64(1) << u"event_other"_s << true;
    QTest::newRow("edited, not stored")
        << qint64(1) << u"event_01ARZ3NDEKTSV4RRFFQ69G5FAV"_s << false;
}

void TestCursorDialog::unknownEventsAreJudged()
{
    QFETCH(qint64, id);
    QFETCH(QString, event);
    QFETCH(bool, isTaken);
    CursorDialog dialog(someCursor(id), someContext());
    field(dialog, u"Name"_s)->setText(u"mirror"_s);
    field(dialog, u"After event"_s)->setText(event);
    QCOMPARE(dialog.findChild<QPushButton *>(u"save"_s)->isEnabled(), isTaken);
}

void TestCursorDialog::editedNameMovesNothing()
{
    CursorDialog dialog(someCursor(1), someContext());
    QSignalSpy saved(&dialog, &CursorDialog::saved);
    QCOMPARE(dialog.findChild<QPushButton *>(u"save"_s)->text(), u"Save"_s);
    field(dialog, u"Name"_s)->setText(u"billing"_s);
    dialog.findChild<QPushButton *>(u"save"_s)->click();
    QCOMPARE(saved.first().first().value<Cursor>().name, u"billing"_s);
    QVERIFY(!saved.first().last().value<WantedMove>().target);
}

void TestCursorDialog::editedPlaceAsksForAMove()
{
    CursorDialog dialog(someCursor(1), someContext());
    QSignalSpy saved(&dialog, &CursorDialog::saved);
    field(dialog, u"After event"_s)->setText(u"event_other"_s);
    QCOMPARE(dialog.findChild<QPushButton *>(u"save"_s)->text(), u"Preview move…"_s);
    dialog.findChild<QPushButton *>(u"save"_s)->click();
    const auto move = saved.first().last().value<WantedMove>().target;
    QVERIFY(move);
    QCOMPARE(std::get<ToEvent>(*move).id, EventId("event_other"));
    // The cursor itself keeps its place until the preview is accepted.
    QVERIFY(saved.first().first().value<Cursor>().position == someCursor(1).position);
}

void TestCursorDialog::fromTimeKeepsItsExactMoment()
{
    Cursor cursor = someCursor(1);
    cursor.position = FromTime{at("2026-11-22T18:00:00.123456Z")};
    CursorDialog dialog(cursor, someContext());
    QSignalSpy saved(&dialog, &CursorDialog::saved);
    dialog.findChild<QPushButton *>(u"save"_s)->click();
    QVERIFY(!saved.first().last().value<WantedMove>().target);

    CursorDialog second(cursor, someContext());
    QSignalSpy moved(&second, &CursorDialog::saved);
    auto *time = second.findChild<QDateTimeEdit *>();
    time->setDateTime(time->dateTime().addSecs(-3600));
    second.findChild<QPushButton *>(u"save"_s)->click();
    const auto move = moved.first().last().value<WantedMove>().target;
    QVERIFY(move);
    QCOMPARE(toUs(std::get<ToTime>(*move).time) / 1'000'000,
             toUs(at("2026-11-22T17:00:00Z")) / 1'000'000);
}

void TestCursorDialog::historyTellsTimeChangeAndReason()
{
    CursorHistoryModel model(QTimeZone::utc(), at("2026-11-23T14:06:00Z"));
    const QAbstractItemModelTester tester(&model);
    model.setEntries(someHistory());
    QCOMPARE(model.rowCount(), 2);
    QCOMPARE(model.index(0, 0).data().toString(), u"13:00:00"_s);
    QCOMPARE(model.index(0, 1).data().toString(), u"Rewound to 23 Nov 13:56:40.611, …tored"_s);
    QCOMPARE(model.index(0, 2).data().toString(), u"Group sync dropped members"_s);
    QCOMPARE(model.index(1, 0).data().toString(), u"20 Nov 09:00"_s);

    CursorDialog dialog(someCursor(1), someContext());
    dialog.open();
    QVERIFY(!dialog.findChild<QTableView *>(u"history"_s)->isVisible());
    dialog.setHistory(someHistory());
    QVERIFY(dialog.findChild<QTableView *>(u"history"_s)->isVisible());
}

void TestCursorDialog::everyInputHasAName()
{
    CursorDialog dialog(someCursor(1), someContext());
    QCOMPARE(unnamedInputs(dialog), QStringList());
}

void TestCursorDialog::looks()
{
    for (const ThemeChoice theme : {ThemeChoice::Light, ThemeChoice::Dark}) {
        applyTheme(theme);
        const QString suffix = theme == ThemeChoice::Dark ? u"dark"_s : u"light"_s;
        CursorDialog made(someCursor(0), someContext());
        made.open();
        grab(made, u"cursor-new-"_s + suffix);
        CursorDialog edited(someCursor(1), someContext());
        edited.setHistory(someHistory());
        edited.open();
        const QImage picture = grab(edited, u"cursor-edit-"_s + suffix);
        QCOMPARE(picture.pixelColor(3, picture.height() - 4), tokens().chrome);
    }
    applyTheme(ThemeChoice::Light);
}

void TestCursorDialog::placeTexts()
{
    const Instant now = at("2026-11-23T14:06:00Z");
    const QTimeZone utc = QTimeZone::utc();
    QCOMPARE(shortMomentText(at("2026-11-23T13:56:40.611Z"), utc, now), u"13:56:40"_s);
    QCOMPARE(shortMomentText(at("2026-11-22T18:00:00Z"), utc, now), u"22 Nov 18:00"_s);
    QCOMPARE(shortMomentText(at("2025-11-22T18:00:00Z"), utc, now), u"22 Nov 2025"_s);
    QCOMPARE(shortMomentText(at("2026-11-23T23:30:00Z"), QTimeZone("Europe/Berlin"), now),
             u"24 Nov 00:30"_s);
    QCOMPARE(spanText(at("2026-11-22T18:00:00Z"), at("2026-11-23T13:56:40.611Z"), utc, now),
             u"22 Nov 18:00:00.000 to 23 Nov 13:56:40.611"_s);
    QCOMPARE(relativeText(now - std::chrono::minutes(7), now), u"7 minutes ago"_s);
    QCOMPARE(relativeText(now - std::chrono::seconds(61), now), u"1 minute ago"_s);
    QCOMPARE(relativeText(now + std::chrono::hours(3), now), u"in 3 hours"_s);
    QCOMPARE(relativeText(now - std::chrono::hours(24 * 5), now), u"5 days ago"_s);
    QCOMPARE(relativeText(now, now), u"just now"_s);
    QCOMPARE(idTail(u"event_01KD9F14TB0000000000AQKZ5C"_s), u"…QKZ5C"_s);
    QCOMPARE(idTail(u"short"_s), u"short"_s);
    QCOMPARE(idShort(u"event_01KD9F14TB0000000000AQKZ5C"_s), u"event_01KD9F14TB…QKZ5C"_s);
}

} // namespace playhead

QTEST_MAIN(playhead::TestCursorDialog)
#include "tst_cursordialog.moc"
