// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "ui/cursors/changetext.h"

#include "ui/cursors/placetext.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace playhead {

namespace {
QString tr(const char *text, const char *comment = nullptr)
{
    return QCoreApplication::translate("ChangeText", text, comment);
}

bool leadsForward(const CursorHistoryEntry &entry)
{
    return positionTime(entry.after.position) > positionTime(entry.before.position);
}

QString byText(const QString &how, const QString &with, const QString &without)
{
    return how.isEmpty() ? without : with.arg(how);
}

/// What `change` did, without a word on undo and redo.
QString plainText(CursorChange change, const CursorHistoryEntry &entry)
{
    const QString &how = entry.how;
    switch (change) {
    case CursorChange::Created:
        return tr("Created");
    case CursorChange::Moved:
        return tr("Moved");
    case CursorChange::RewoundByEvents:
        return byText(how, tr("Rewound by %1"), tr("Rewound by events"));
    case CursorChange::RewoundByTime:
        return byText(how, tr("Rewound by %1", "a length of time"), tr("Rewound by time"));
    case CursorChange::RewoundToTime:
        return tr("Moved to a time");
    case CursorChange::RewoundToEvent:
        return tr("Moved to an event");
    case CursorChange::AdvancedByEvents:
        return byText(how, tr("Moved forward by %1"), tr("Moved forward by events"));
    case CursorChange::MovedToOldest:
        return tr("Moved to the oldest kept");
    case CursorChange::MovedToNewest:
        return tr("Moved to the newest");
    case CursorChange::MovedToPlace:
        return byText(how, tr("Moved to “%1”"), tr("Moved to a saved place"));
    case CursorChange::CopiedFromCursor:
        return byText(how, tr("Copied from %1"), tr("Copied from another cursor"));
    case CursorChange::Restored:
        return tr("Restored");
    case CursorChange::Recovered:
        return tr("Recovered");
    case CursorChange::Imported:
        return tr("Imported");
    case CursorChange::Renamed:
        return tr("Renamed from %1 to %2").arg(entry.before.name, entry.after.name);
    case CursorChange::NoteChanged:
        return tr("Note changed");
    case CursorChange::Deleted:
        return tr("Deleted");
    case CursorChange::Undone:
    case CursorChange::Redone:
        break;
    }
    return tr("Changed");
}
} // namespace

bool isMove(const CursorHistoryEntry &entry)
{
    return entry.before.position != entry.after.position;
}

QString changeText(const CursorHistoryEntry &entry)
{
    switch (entry.change) {
    case CursorChange::Undone:
        return tr("Undone: %1").arg(plainText(entry.what, entry));
    case CursorChange::Redone:
        return tr("Done again: %1").arg(plainText(entry.what, entry));
    default:
        return plainText(entry.change, entry);
    }
}

QString changeName(const CursorHistoryEntry &entry)
{
    const bool isStep = entry.change == CursorChange::Undone
                        || entry.change == CursorChange::Redone;
    const QString name = entry.after.name;
    switch (isStep ? entry.what : entry.change) {
    case CursorChange::Created:
        return tr("New Cursor %1").arg(name);
    case CursorChange::Renamed:
        return tr("Rename of %1").arg(name);
    case CursorChange::NoteChanged:
        return tr("Note of %1").arg(name);
    case CursorChange::Deleted:
        return tr("Delete of %1").arg(name);
    case CursorChange::Restored:
        return tr("Restore of %1").arg(name);
    case CursorChange::Recovered:
        return tr("Recovery of %1").arg(name);
    case CursorChange::Imported:
        return tr("Import of %1").arg(name);
    default:
        break;
    }
    // The ways of a rewind lead forward, too; what is taken back led the other way.
    return leadsForward(entry) != (entry.change == CursorChange::Undone)
               ? tr("Move of %1").arg(name)
               : tr("Rewind of %1").arg(name);
}

QString placeCellText(const CursorPosition &position, const QTimeZone &zone, Instant now)
{
    const QString at = shortMomentText(positionTime(position), zone, now);
    const auto *after = std::get_if<AfterEvent>(&position);
    return after ? QString(at + u" · "_s + idTail(after->id.toString())) : tr("from %1").arg(at);
}

QString doneText(const CursorHistoryEntry &entry)
{
    const QString name = entry.after.name;
    switch (entry.change) {
    case CursorChange::Undone:
        return tr("Undone: %1.").arg(changeName(entry));
    case CursorChange::Redone:
        return tr("Done again: %1.").arg(changeName(entry));
    default:
        break;
    }
    const QString by = entry.change == CursorChange::RewoundByEvents
                               || entry.change == CursorChange::RewoundByTime
                               || entry.change == CursorChange::AdvancedByEvents
                           ? entry.how
                           : QString();
    if (leadsForward(entry)) {
        return by.isEmpty() ? tr("Moved %1. Edit, Undo puts it back.").arg(name)
                            : tr("Moved %1 forward by %2. Edit, Undo puts it back.").arg(name, by);
    }
    return by.isEmpty() ? tr("Rewound %1. Edit, Undo puts it back.").arg(name)
                        : tr("Rewound %1 by %2. Edit, Undo puts it back.").arg(name, by);
}

QString foreignTitle(const CursorHistoryEntry &entry)
{
    if (entry.isGone) {
        return tr("%1 was deleted by another Playhead or the command line").arg(entry.before.name);
    }
    if (entry.change == CursorChange::Created || entry.change == CursorChange::Imported) {
        return tr("%1 was made by another Playhead or the command line").arg(entry.after.name);
    }
    if (entry.before.name != entry.after.name) {
        return tr("%1 was renamed to %2 by another Playhead or the command line")
            .arg(entry.before.name, entry.after.name);
    }
    return isMove(entry)
               ? tr("%1 was moved by another Playhead or the command line").arg(entry.after.name)
               : tr("%1 was changed by another Playhead or the command line").arg(entry.after.name);
}

QString foreignText(const CursorHistoryEntry &entry, const QTimeZone &zone, Instant now)
{
    const QString at = momentText(positionTime(entry.after.position), zone, now);
    const auto *after = std::get_if<AfterEvent>(&entry.after.position);
    const QString place =
        after ? tr("after %1, %2", "event, time").arg(idShort(after->id.toString()), at)
              : tr("at %1, nothing processed from there yet").arg(at);
    QString text = entry.isGone ? tr("Its history stays, and Edit, Undo brings it back.")
                                : tr("It stands %1.").arg(place);
    if (!entry.reason.isEmpty()) {
        text = tr("%1 Reason: %2", "sentence, reason").arg(text, entry.reason);
    }
    return text;
}

} // namespace playhead
