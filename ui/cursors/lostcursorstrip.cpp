// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "ui/cursors/lostcursorstrip.h"

#include "ui/cursors/cursordesk.h"
#include "ui/cursors/placetext.h"
#include "ui/shared/inlinemessage.h"

using namespace Qt::StringLiterals;

namespace playhead {

LostCursorStrip::LostCursorStrip(CursorDesk &desk,
                                 InlineMessage &message,
                                 const Clock &clock,
                                 QObject *parent)
    : QObject(parent)
    , m_desk(desk)
    , m_message(message)
    , m_clock(clock)
{
    connect(&m_desk, &CursorDesk::rowsChanged, this, &LostCursorStrip::show);
    connect(&m_message, &InlineMessage::chosen, this, &LostCursorStrip::choose);
}

void LostCursorStrip::show()
{
    const qint64 id = m_desk.activeId();
    const std::optional<Cursor> cursor = m_desk.activeCursor();
    if (!cursor || !m_desk.isLost(id) || m_keptAsIs.contains(id)) {
        m_message.clear();
        return;
    }
    Message message;
    message.kind = MessageKind::Error;
    message.iconName = u"playhead"_s;
    message.title = tr("%1 points to an event WorkOS no longer has").arg(cursor->name);
    message.text =
        tr("The event is from %1, and WorkOS keeps 90 days. Pick a new start. Events between "
           "the two can only come from a full sync.")
            .arg(dayOrClockText(positionTime(cursor->position), m_desk.timeZone(), m_clock.now()));
    message.choices = {{u"recover"_s, tr("Recover…"), u"history"_s},
                       {u"keep"_s, tr("Keep as is"), {}}};
    m_message.setMessage(message);
}

void LostCursorStrip::choose(const QString &id)
{
    if (id == u"recover"_s) {
        m_desk.recover(m_desk.activeId());
    } else {
        m_keptAsIs.insert(m_desk.activeId());
        show();
    }
}

} // namespace playhead
