// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "tests/ui/cursors/dialogwords.h"
#include "ui/cursors/changetext.h"
#include "ui/cursors/cursordialog.h"
#include "ui/cursors/cursorhistorymodel.h"
#include "ui/cursors/placetext.h"
#include "ui/shared/theme.h"

#include <QAbstractItemModelTester>
#include <QDateTimeEdit>
#include <QLayout>
#include <QRadioButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

using namespace Qt::StringLiterals;

namespace playhead {

namespace {

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
    rewound.how = u"100 events"_s;
    rewound.before.position = AfterEvent{EventId("event_01KD9F14TB0000000000AQKZ5C"),
                                         at("2026-11-23T14:00:00Z")};
    return {rewound, created};
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
    void aRefusalKeepsWhatWasTyped();
    void aCursorChangedElsewhereShowsItsPlace();
    void historyOffersItsPlacesAgain();
    void unknownEventsAreJudged_data();
    void unknownEventsAreJudged();
    void anUnknownEventIsWarnedOf();
    void aYoungEventIsWarnedOf();
    void aChangeElsewhereIsSaid();
    void nameAndNoteOfOthersAreKept();
    void aCursorDeletedElsewhereIsSaid();
    void editedNameMovesNothing();
    void editedPlaceAsksForAMove();
    void fromTimeKeepsItsExactMoment();
    void historyTellsTimeChangeAndReason();
    void changesAreNamed_data();
    void changesAreNamed();
    void choicesOfThePlaceStandBelowEachOther();
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
    // It waits for the store, and is not saved twice meanwhile.
    QVERIFY(dialog.isVisible());
    QVERIFY(!dialog.findChild<QPushButton *>(u"save"_s)->isEnabled());
    dialog.accept();
    QVERIFY(!dialog.isVisible());
}

void TestCursorDialog::aRefusalKeepsWhatWasTyped()
{
    CursorDialog dialog(someCursor(0), someContext());
    dialog.open();
    QSignalSpy saved(&dialog, &CursorDialog::saved);
    auto *save = dialog.findChild<QPushButton *>(u"save"_s);
    field(dialog, u"Name"_s)->setText(u"mirror"_s);
    field(dialog, u"Note"_s)->setText(u"of the CRM"_s);
    save->click();
    dialog.showRefusal(Error{ErrorCode::AlreadyExists, u"taken"_s, {}});
    QVERIFY(dialog.isVisible());
    QCOMPARE(field(dialog, u"Note"_s)->text(), u"of the CRM"_s);
    QVERIFY(field(dialog, u"Name"_s)->property("invalid").toBool());
    QCOMPARE(field(dialog, u"Name"_s)->accessibleDescription(), u"Another cursor has this name."_s);
    QVERIFY(!save->isEnabled());
    grab(dialog, u"cursor-refused"_s);
    // Under a free name it can be saved again; another refusal stands below.
    field(dialog, u"Name"_s)->setText(u"mirror 2"_s);
    QVERIFY(save->isEnabled());
    save->click();
    QCOMPARE(saved.size(), 2);
    dialog.showRefusal(Error{ErrorCode::DiskFull, u"The disk is full."_s, {}});
    QVERIFY(save->isEnabled());
    QVERIFY(dialog.isVisible());
    QVERIFY(visibleTexts(dialog).contains(u"The disk is full."_s));
}

void TestCursorDialog::aCursorChangedElsewhereShowsItsPlace()
{
    CursorDialog dialog(someCursor(1), someContext());
    dialog.open();
    QSignalSpy saved(&dialog, &CursorDialog::saved);
    field(dialog, u"Name"_s)->setText(u"billing"_s);
    dialog.findChild<QPushButton *>(u"save"_s)->click();
    Cursor stored = someCursor(1);
    stored.version = 7;
    stored.position = AfterEvent{EventId("event_other"), at("2026-11-23T12:00:00Z")};
    dialog.setChangedElsewhere(stored);
    dialog.showRefusal(Error{ErrorCode::Conflict, u"changed meanwhile"_s, {}});
    QCOMPARE(field(dialog, u"After event"_s)->text(), u"event_other"_s);
    QCOMPARE(field(dialog, u"Name"_s)->text(), u"billing"_s);
    dialog.findChild<QPushButton *>(u"save"_s)->click();
    QCOMPARE(saved.last().first().value<Cursor>().version, 7);
    QVERIFY(!saved.last().last().value<WantedMove>().target);
}

void TestCursorDialog::historyOffersItsPlacesAgain()
{
    CursorDialog dialog(someCursor(1), someContext());
    dialog.open();
    QList<CursorHistoryEntry> entries = someHistory();
    entries[1].after.position = FromTime{at("2026-11-20T08:00:00.123456Z")};
    dialog.focusHistory();
    dialog.setHistory(entries);
    QSignalSpy saved(&dialog, &CursorDialog::saved);
    QSignalSpy wanted(&dialog, &CursorDialog::restoreWanted);
    auto *view = dialog.findChild<QTableView *>(u"history"_s);
    auto *restore = dialog.findChild<QPushButton *>(u"restore"_s);
    QCOMPARE(dialog.focusWidget(), view);
    QVERIFY(!restore->isEnabled()); // the newest entry is where it stands
    QTest::keyClick(view, Qt::Key_Down);
    QVERIFY(restore->isEnabled());
    // What is half typed neither stands in its way nor is saved by it.
    field(dialog, u"Name"_s)->clear();
    QVERIFY(!dialog.findChild<QPushButton *>(u"save"_s)->isEnabled());
    restore->click();
    QCOMPARE(saved.size(), 0);
    QCOMPARE(wanted.size(), 1);
    const auto move = wanted.first().first().value<WantedMove>().target;
    QVERIFY(move);
    QVERIFY(*move
            == MoveTarget(
                ToPlace{FromTime{at("2026-11-20T08:00:00.123456Z")}, ToPlace::Of::History, {}}));
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
        << qint64(1) << u"event_01ARZ3NDEKTSV4RRFFQ69G5FAV"_s << true; // the preview reads it
    QTest::newRow("edited, not stored, no time") << qint64(1) << u"evt_x"_s << false;
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

void TestCursorDialog::anUnknownEventIsWarnedOf()
{
    CursorDialog dialog(someCursor(0), someContext());
    dialog.open();
    const auto warning = [&dialog]() -> QString {
        for (const auto *label : dialog.findChildren<QLabel *>()) {
            if (label->isVisible()
                && label->palette().color(QPalette::WindowText) == tokens().warning) {
                return label->text();
            }
        }
        return {};
    };
    QCOMPARE(warning(), QString());
    field(dialog, u"After event"_s)->setText(u"event_01ARZ3NDEKTSV4RRFFQ69G5FAV"_s);
    QVERIFY(warning().startsWith(u"Not stored here. Its id says "_s));
    field(dialog, u"After event"_s)->setText(u"event_other"_s);
    QCOMPARE(warning(), QString());
}

void TestCursorDialog::aYoungEventIsWarnedOf()
{
    CursorDialogContext context = someContext();
    context.warnings = [](const CursorPosition &position) {
        const auto *after = std::get_if<AfterEvent>(&position);
        return after && after->id == EventId("event_other") ? QStringList{u"It is too young."_s}
                                                            : QStringList();
    };
    CursorDialog made(someCursor(0), context);
    made.open();
    QVERIFY(!visibleTexts(made).contains(u"It is too young."_s));
    field(made, u"After event"_s)->setText(u"event_other"_s);
    QVERIFY(visibleTexts(made).contains(u"It is too young."_s));
    // Where a cursor stands already it was warned of then.
    Cursor standing = someCursor(1);
    standing.position = AfterEvent{EventId("event_other"), at("2026-11-23T12:00:00Z")};
    CursorDialog edited(standing, context);
    edited.open();
    QVERIFY(!visibleTexts(edited).contains(u"It is too young."_s));
}

void TestCursorDialog::aChangeElsewhereIsSaid()
{
    CursorDialog dialog(someCursor(1), someContext());
    dialog.open();
    field(dialog, u"Note"_s)->setText(u"typed"_s);
    Cursor stored = someCursor(1);
    stored.version = 7;
    stored.position = AfterEvent{EventId("event_other"), at("2026-11-23T12:00:00Z")};
    dialog.setChangedElsewhere(stored);
    QVERIFY(visibleTexts(dialog).join(u'\n').contains(
        u"billing-sync was changed meanwhile by another Playhead or the command line."_s));
    QCOMPARE(field(dialog, u"After event"_s)->text(), u"event_other"_s);
    QCOMPARE(field(dialog, u"Note"_s)->text(), u"typed"_s);
    QVERIFY(dialog.findChild<QPushButton *>(u"save"_s)->isEnabled());
}

void TestCursorDialog::nameAndNoteOfOthersAreKept()
{
    CursorDialog dialog(someCursor(1), someContext());
    dialog.open();
    QSignalSpy saved(&dialog, &CursorDialog::saved);
    field(dialog, u"After event"_s)->setText(u"event_other"_s);
    field(dialog, u"Note"_s)->setText(u"typed"_s);
    Cursor stored = someCursor(1);
    stored.version = 7;
    stored.name = u"billing"_s;
    stored.note = u"theirs"_s;
    dialog.setChangedElsewhere(stored);
    // A field that nobody touched shows what is stored, one with something typed keeps it, and both are told.
    QCOMPARE(field(dialog, u"Name"_s)->text(), u"billing"_s);
    QCOMPARE(field(dialog, u"Note"_s)->text(), u"typed"_s);
    QVERIFY(visibleTexts(dialog).join(u'\n').contains(
        u"Its note is “theirs” now; Save replaces it."_s));
    // The place was not changed there: what was typed stays.
    QCOMPARE(field(dialog, u"After event"_s)->text(), u"event_other"_s);
    field(dialog, u"Note"_s)->setText(u"theirs"_s);
    dialog.findChild<QPushButton *>(u"save"_s)->click();
    QCOMPARE(saved.first().first().value<Cursor>().name, u"billing"_s);
    QCOMPARE(saved.first().first().value<Cursor>().note, u"theirs"_s);
    QCOMPARE(saved.first().first().value<Cursor>().version, 7);
}

void TestCursorDialog::aCursorDeletedElsewhereIsSaid()
{
    CursorDialog dialog(someCursor(1), someContext());
    dialog.open();
    dialog.setHistory(someHistory());
    dialog.setGone();
    const auto texts = [&dialog] { return visibleTexts(dialog).join(u'\n'); };
    QVERIFY(texts().contains(u"billing-sync was deleted meanwhile."_s));
    QVERIFY(!dialog.findChild<QPushButton *>(u"save"_s)->isEnabled());
    dialog.findChild<QTableView *>(u"history"_s)->selectRow(0);
    QVERIFY(!dialog.findChild<QPushButton *>(u"restore"_s)->isEnabled());
    dialog.setChangedElsewhere(someCursor(1));
    QVERIFY(!texts().contains(u"meanwhile"_s));
    QVERIFY(dialog.findChild<QPushButton *>(u"save"_s)->isEnabled());
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
    const auto row = [&model](int number) {
        QStringList texts;
        for (int column = 0; column < model.columnCount(); ++column) {
            texts << model.index(number, column).data().toString();
        }
        return texts;
    };
    QCOMPARE(row(0),
             (QStringList{u"13:00:00"_s,
                          u"Rewound by 100 events"_s,
                          u"14:00:00 · …QKZ5C"_s,
                          u"13:56:40 · …tored"_s,
                          u"Group sync dropped members"_s}));
    QCOMPARE(row(1),
             (QStringList{u"20 Nov 09:00"_s, u"Created"_s, {}, u"13:56:40 · …tored"_s, {}}));

    CursorDialog dialog(someCursor(1), someContext());
    dialog.open();
    QVERIFY(!dialog.findChild<QTableView *>(u"history"_s)->isVisible());
    dialog.setHistory(someHistory());
    QVERIFY(dialog.findChild<QTableView *>(u"history"_s)->isVisible());
}

void TestCursorDialog::changesAreNamed_data()
{
    QTest::addColumn<CursorChange>("change");
    QTest::addColumn<CursorChange>("what");
    QTest::addColumn<bool>("isForward");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("done");
    using Change = CursorChange;
    QTest::newRow("rewind") << Change::RewoundByEvents << Change::RewoundByEvents << false
                            << u"Rewound by 100 events"_s << u"Rewind of billing-sync"_s
                            << u"Rewound billing-sync by 100 events. Edit, Undo puts it back."_s;
    QTest::newRow("forward")
        << Change::AdvancedByEvents << Change::AdvancedByEvents << true
        << u"Moved forward by 100 events"_s << u"Move of billing-sync"_s
        << u"Moved billing-sync forward by 100 events. Edit, Undo puts it back."_s;
    QTest::newRow("to an event, forward")
        << Change::RewoundToEvent << Change::RewoundToEvent << true << u"Moved to an event"_s
        << u"Move of billing-sync"_s << u"Moved billing-sync. Edit, Undo puts it back."_s;
    QTest::newRow("place") << Change::MovedToPlace << Change::MovedToPlace << false
                           << u"Moved to “100 events”"_s << u"Rewind of billing-sync"_s
                           << u"Rewound billing-sync. Edit, Undo puts it back."_s;
    // The way back of a rewind leads forward and is still the rewind's.
    QTest::newRow("undone") << Change::Undone << Change::RewoundByEvents << true
                            << u"Undone: Rewound by 100 events"_s << u"Rewind of billing-sync"_s
                            << u"Undone: Rewind of billing-sync."_s;
    QTest::newRow("redone") << Change::Redone << Change::RewoundByEvents << false
                            << u"Done again: Rewound by 100 events"_s << u"Rewind of billing-sync"_s
                            << u"Done again: Rewind of billing-sync."_s;
}

void TestCursorDialog::changesAreNamed()
{
    QFETCH(bool, isForward);
    CursorHistoryEntry entry;
    QFETCH(CursorChange, change);
    QFETCH(CursorChange, what);
    entry.change = change;
    entry.what = what;
    entry.how = u"100 events"_s;
    entry.before = someCursor(1);
    entry.after = someCursor(1);
    entry.after.position = FromTime{positionTime(entry.before.position)
                                    + (isForward ? 1 : -1) * std::chrono::hours(1)};
    QTEST(changeText(entry), "text");
    QTEST(changeName(entry), "name");
    QTEST(doneText(entry), "done");
}

void TestCursorDialog::choicesOfThePlaceStandBelowEachOther()
{
    CursorDialog dialog(someCursor(0), someContext());
    dialog.show();
    const QList<QRadioButton *> radios = dialog.findChildren<QRadioButton *>();
    QCOMPARE(radios.size(), 2);
    QTRY_VERIFY(radios[1]->y() > radios[0]->y());
    QCOMPARE(radios[0]->x(), radios[1]->x());
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
        QTRY_VERIFY(edited.height() >= edited.layout()->totalHeightForWidth(edited.width()));
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
    QCOMPARE(minuteText(at("2026-11-23T13:56:40.611Z"), utc, now), u"23 Nov 13:56"_s);
    QCOMPARE(dayOrClockText(at("2026-11-23T13:56:40.611Z"), utc, now), u"13:56"_s);
    QCOMPARE(dayOrClockText(at("2025-08-25T13:56:40Z"), utc, now), u"25 Aug 2025"_s);
    QCOMPARE(daySpanText(at("2026-08-21T09:00:00Z"), at("2026-08-25T09:00:00Z"), utc, now),
             u"21 to 25 Aug"_s);
    QCOMPARE(daySpanText(at("2026-10-31T09:00:00Z"), at("2026-11-03T09:00:00Z"), utc, now),
             u"31 Oct to 3 Nov"_s);
    QCOMPARE(daySpanText(at("2025-08-21T09:00:00Z"), at("2026-08-25T09:00:00Z"), utc, now),
             u"21 Aug 2025 to 25 Aug"_s);
    QCOMPARE(daySpanText(at("2026-08-25T09:00:00Z"), at("2026-08-25T14:00:00Z"), utc, now),
             u"25 Aug"_s);
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
