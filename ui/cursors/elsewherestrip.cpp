// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "ui/cursors/elsewherestrip.h"

#include "model/cursors/cursorbook.h"
#include "ui/cursors/changetext.h"
#include "ui/cursors/cursordesk.h"
#include "ui/shared/inlinemessage.h"

#include <QLocale>

#include <algorithm>
#include <iterator>

using namespace Qt::StringLiterals;

namespace playhead {

ElsewhereStrip::ElsewhereStrip(
    CursorBook &book, CursorDesk &desk, InlineMessage &message, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_desk(desk)
    , m_message(message)
    , m_clock(clock)
    , m_book(book)
{
    connect(&book, &CursorBook::changedElsewhere, this, &ElsewhereStrip::show);
    // What it says of the place does not hold any more.
    connect(&book, &CursorBook::moved, this, [this](const Cursor &cursor) {
        if (cursor.id == m_cursorId) {
            hide();
        }
    });
    connect(&book, &CursorBook::changed, this, [this] {
        const bool isGone = !m_book.cursor(m_cursorId);
        if (!m_message.isEmpty() && m_book.isLoaded() && isGone != m_saysGone) {
            hide();
        }
    });
    connect(&m_message, &InlineMessage::chosen, this, &ElsewhereStrip::choose);
    connect(&m_message, &InlineMessage::aboutToClose, this, [this] {
        m_quiet.insert(m_cursorId);
        m_others = 0;
    });
}

void ElsewhereStrip::clear()
{
    m_quiet.clear();
    hide();
}

void ElsewhereStrip::hide()
{
    m_others = 0;
    m_message.clear();
}

void ElsewhereStrip::show(const QList<CursorHistoryEntry> &told)
{
    QList<CursorHistoryEntry> entries;
    std::copy_if(told.cbegin(),
                 told.cend(),
                 std::back_inserter(entries),
                 [this](const CursorHistoryEntry &entry) {
                     return entry.isGone || !m_quiet.contains(entry.cursorId);
                 });
    if (entries.isEmpty()) {
        return;
    }
    const CursorHistoryEntry &newest = entries.last();
    m_others = m_message.isEmpty() ? entries.size() - 1 : m_others + entries.size();
    m_cursorId = newest.cursorId;
    m_saysGone = newest.isGone;
    Message message;
    message.kind = MessageKind::Info;
    message.iconName = u"history"_s;
    message.title = foreignTitle(newest);
    message.text = foreignText(newest, m_desk.timeZone(), m_clock.now());
    if (m_others > 0) {
        const QString before =
            m_others == 1 ? tr("1 more change came before it.")
                          : tr("%1 more changes came before it.").arg(QLocale().toString(m_others));
        message.text = tr("%1 %2", "two sentences").arg(message.text, before);
    }
    if (!newest.isGone) {
        message.choices = {{u"history"_s, tr("Show history"), u"history"_s}};
    }
    message.canClose = true;
    m_message.setMessage(message);
}

void ElsewhereStrip::choose(const QString &)
{
    m_desk.history(m_cursorId);
}

} // namespace playhead
