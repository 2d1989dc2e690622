// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT

// A read, or a tail, from a cursor with other types or another organization than its own is asked about before it begins.
#include "model/events/eventtablemodel.h"
#include "ui/mainwindow/fetchbar.h"
#include "ui/mainwindow/fetchdesk.h"
#include "ui/mainwindow/windowframe.h"
#include "ui/shared/settings.h"

namespace playhead {

void FetchDesk::fetchWith(const FetchChoice &choice, bool skipCovered)
{
    if (!m_environment || !m_isOpen || m_environment->isCapture()) {
        return;
    }
    askForScope(choice, ScopeQuestion::Use::Fetch, [this, skipCovered](const FetchChoice &said) {
        if (said != m_frame.fetchBar().choice()) {
            changeChoice(said);
        }
        read(skipCovered);
    });
}

void FetchDesk::askForTail(const std::function<void()> &then)
{
    if (!tailScope()) {
        return;
    }
    const FetchChoice asked = m_frame.fetchBar().choice();
    askForScope(asked, ScopeQuestion::Use::Tail, [this, asked, then](const FetchChoice &said) {
        if (said != asked) {
            changeChoice(said);
        }
        then();
    });
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
    if (choice.preset != RangePreset::SinceCursor || !cursor
        || differenceOf(choice, *cursor).isEmpty()) {
        return false;
    }
    return choice.asPickedOf != cursor->id
           || m_asPicked != AsPicked{cursor->id, choice.types, choice.organization};
}

void FetchDesk::askForScope(const FetchChoice &choice, ScopeQuestion::Use use, const Said &said)
{
    if (!differsFromCursor(choice)) {
        said(choice);
        return;
    }
    const Cursor cursor = *m_activeCursor();
    auto *question =
        new ScopeQuestion(cursor.name, differenceOf(choice, cursor), use, m_frame.window());
    question->setAttribute(Qt::WA_DeleteOnClose);
    connect(question, &ScopeQuestion::ownChosen, this, [choice, cursor, said] {
        // The pickers then say what is read.
        FetchChoice own = choice;
        own.types = cursor.types;
        own.organization = cursor.organization;
        own.asPickedOf = 0;
        said(own);
    });
    connect(question, &ScopeQuestion::pickedChosen, this, [this, choice, cursor, said] {
        m_asPicked = AsPicked{cursor.id, choice.types, choice.organization};
        FetchChoice picked = choice;
        picked.asPickedOf = cursor.id;
        said(picked);
    });
    m_questions.add(question);
    question->open();
}

/// What was said of one cursor is not said of the next: that one is read with its own types and organization.
void FetchDesk::forgetAsPicked(qint64 activeCursorId)
{
    FetchChoice choice = m_frame.fetchBar().choice();
    if (choice.asPickedOf == 0 || choice.asPickedOf == activeCursorId || !m_environment) {
        return;
    }
    choice.asPickedOf = 0;
    settings().setFetchChoice(m_environment->id, saveChoice(choice));
    m_frame.fetchBar().setChoice(choice);
}

} // namespace playhead
