// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT

// A read from a cursor with other types or another organization than its own is asked about before it begins.
#include "model/events/eventtablemodel.h"
#include "ui/cursors/scopequestion.h"
#include "ui/mainwindow/fetchbar.h"
#include "ui/mainwindow/fetchdesk.h"
#include "ui/mainwindow/windowframe.h"

namespace playhead {

void FetchDesk::fetchWith(const FetchChoice &choice, bool skipCovered)
{
    if (!m_environment || !m_isOpen || m_environment->isCapture()) {
        return;
    }
    if (differsFromCursor(choice)) {
        askForScope(choice, skipCovered);
        return;
    }
    if (choice != m_frame.fetchBar().choice()) {
        changeChoice(choice);
    }
    read(skipCovered);
}

ScopeDifference FetchDesk::differenceOf(const FetchChoice &choice, const Cursor &cursor) const
{
    const FetchScope picked{{}, choice.types, choice.organization};
    return {scopeOf(cursor, m_environment->name),
            scopeOf(picked, m_environment->id, m_environment->name)};
}

bool FetchDesk::differsFromCursor(const FetchChoice &choice) const
{
    const std::optional<Cursor> cursor = m_activeCursor();
    return choice.preset == RangePreset::SinceCursor && cursor
           && !differenceOf(choice, *cursor).isEmpty()
           && m_asPicked != AsPicked{cursor->id, choice.types, choice.organization};
}

void FetchDesk::askForScope(const FetchChoice &choice, bool skipCovered)
{
    const Cursor cursor = *m_activeCursor();
    auto *question = new ScopeQuestion(cursor.name, differenceOf(choice, cursor), m_frame.window());
    question->setAttribute(Qt::WA_DeleteOnClose);
    connect(question, &ScopeQuestion::ownChosen, this, [this, choice, cursor, skipCovered] {
        // The pickers then say what is read.
        FetchChoice own = choice;
        own.types = cursor.types;
        own.organization = cursor.organization;
        own.isAsPicked = false;
        fetchWith(own, skipCovered);
    });
    connect(question, &ScopeQuestion::pickedChosen, this, [this, choice, cursor, skipCovered] {
        m_asPicked = AsPicked{cursor.id, choice.types, choice.organization};
        FetchChoice picked = choice;
        picked.isAsPicked = true;
        fetchWith(picked, skipCovered);
    });
    m_questions.add(question);
    question->open();
}

} // namespace playhead
