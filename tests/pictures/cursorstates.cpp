// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "tests/pictures/cursorstates.h"

#include "tests/pictures/picturestage.h"
#include "ui/cursors/auditdialog.h"
#include "ui/cursors/cursorimportdialog.h"
#include "ui/mainwindow/fetchbar.h"

#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QTest>

namespace playhead {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int kPatienceMs = 20'000;

/// In whatever dialog is open.
bool choose(PictureStage &s, const QString &text)
{
    for (auto *radio : s.stand().window().findChildren<QRadioButton *>()) {
        if (radio->isVisible() && radio->text().startsWith(text)) {
            radio->click();
            return radio->isChecked();
        }
    }
    return false;
}

bool waitEnabled(PictureStage &s, const QString &button)
{
    const auto *found = s.stand().window().findChild<QPushButton *>(button);
    return found != nullptr && QTest::qWaitFor([found] { return found->isEnabled(); }, kPatienceMs);
}

bool recoverFromIds(PictureStage &s)
{
    const auto *dialog = s.stand().window().findChild<QDialog *>(u"recoverDialog"_s);
    auto *text = dialog != nullptr ? dialog->findChild<QPlainTextEdit *>() : nullptr;
    const EventSnapshot &events = s.stand().events().snapshot();
    if (text == nullptr || !choose(s, u"Events that"_s)) {
        return false;
    }
    text->setPlainText(u"level=info msg=applied event="_s + events.id(s.fromEnd(120)).toString());
    return waitEnabled(s, u"apply"_s);
}

bool loadedWithCursors(PictureStage &s)
{
    return s.open() && s.load() && s.addCursors();
}

} // namespace

bool recoverText(PictureStage &s)
{
    return s.open() && s.load() && s.addLostCursor() && s.openDialog(u"recoverCursor"_s)
           && recoverFromIds(s);
}

bool recoverNew(PictureStage &s)
{
    if (!loadedWithCursors(s) || !s.trigger(u"recoverNewCursor"_s)) {
        return false;
    }
    auto *dialog = s.stand().window().findChild<QDialog *>(u"recoverDialog"_s);
    dialog->findChild<QLineEdit *>()->setText(u"crm-mirror 2"_s);
    return choose(s, u"A time"_s) && waitEnabled(s, u"apply"_s);
}

bool audit(PictureStage &s)
{
    if (!loadedWithCursors(s) || !s.trigger(u"auditCursor"_s)) {
        return false;
    }
    const auto *dialog = s.stand().window().findChild<AuditDialog *>();
    dialog->findChild<QPushButton *>(u"audit"_s)->click();
    const auto *state = dialog->findChild<QLabel *>(u"auditState"_s);
    return QTest::qWaitFor([state] { return !state->isVisible(); }, kPatienceMs);
}

bool importCursors(PictureStage &s)
{
    if (!loadedWithCursors(s)) {
        return false;
    }
    CursorImportPlan plan;
    plan.fileName = u"cursors-staging-2026-11-20.json"_s;
    plan.environment = s.stand().environment().name;
    for (const Cursor &stored : s.stand().cursors().cursors()) {
        ImportEntry<Cursor> entry;
        entry.stored = stored;
        entry.wanted = stored;
        entry.state = ImportEntry<Cursor>::State::Same;
        if (stored.name == u"billing-sync"_s) {
            entry.wanted.position = FromTime{positionTime(stored.position) - 72h};
            entry.state = ImportEntry<Cursor>::State::Differs;
        }
        plan.cursors.append(entry);
    }
    ImportEntry<SavedPlace> place;
    place.wanted.name = u"Before release 4.12"_s;
    place.wanted.position = FromTime{positionTime(plan.cursors.first().wanted.position)};
    plan.places.append(place);
    CursorImportContext context;
    context.environment = plan.environment;
    context.zone = QTimeZone::utc();
    context.now = *tryParseIsoInstant("2026-11-23T14:06:00Z");
    auto *dialog = new CursorImportDialog(plan, context, &s.stand().window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
    return true;
}

bool fetchScope(PictureStage &s)
{
    if (!loadedWithCursors(s)) {
        return false;
    }
    auto *bar = s.stand().window().findChild<FetchBar *>();
    FetchChoice choice = bar->choice();
    choice.types = {"dsync.user.created", "dsync.user.updated"};
    emit bar->choiceEdited(choice);
    return s.openDialog(u"fetchFromCursor"_s);
}

bool exportBetween(PictureStage &s)
{
    if (!loadedWithCursors(s) || !s.openDialog(u"export"_s)) {
        return false;
    }
    const auto *radio = s.stand().window().findChild<QRadioButton *>(u"betweenCursors"_s);
    return radio != nullptr
           && QTest::qWaitFor([radio] { return !radio->text().contains(u'…'); }, kPatienceMs)
           && choose(s, u"Between"_s);
}

} // namespace playhead
