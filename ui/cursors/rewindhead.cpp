// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "ui/cursors/rewindhead.h"

#include "ui/cursors/placetext.h"
#include "ui/shared/dialogparts.h"
#include "ui/shared/iconmark.h"
#include "ui/shared/icons.h"
#include "ui/shared/theme.h"
#include "ui/shared/timetext.h"

#include <QHBoxLayout>
#include <QLocale>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace playhead {

namespace {
constexpr int kInset = 20;
}

RewindHead::RewindHead(const QTimeZone &zone, Instant now, QWidget *parent)
    : Band(Ground::Base, Line::Bottom, parent)
    , m_zone(zone)
    , m_now(now)
    , m_name(new ToneLabel({}, uiFont(15, QFont::DemiBold), ToneLabel::Tone::Text, this))
    , m_place(smallText({}, this))
    , m_history(new QPushButton(icon(u"history"_s), tr("History"), this))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(kInset, 12, kInset, 13);
    row->setSpacing(12);
    auto *mark = new IconMark(icon(u"playhead-fill"_s, IconTint::Accent), 20, this);
    m_place->setTextFormat(Qt::RichText);
    auto *texts = new QVBoxLayout;
    texts->setSpacing(1);
    texts->addWidget(m_name);
    texts->addWidget(m_place);
    m_history->setAutoDefault(false);
    m_history->setFont(uiFont(12, QFont::Medium));
    row->addWidget(mark);
    row->addLayout(texts, 1);
    row->addWidget(m_history);
}

void RewindHead::showCursor(const Cursor &cursor, const std::optional<Lag> &lag)
{
    m_name->setText(cursor.name);
    const auto *after = std::get_if<AfterEvent>(&cursor.position);
    const Instant at = positionTime(cursor.position);
    const QString time =
        tr("%1 %2").arg(momentText(at, m_zone, m_now), zoneName(m_zone, at)).toHtmlEscaped();
    QString text = after ? tr("Last processed %1, %2").arg(time, idRichText(after->id.toString()))
                         : tr("Nothing processed yet, reads from %1").arg(time);
    if (lag) {
        const QString count = QLocale().toString(lag->events);
        text = !lag->isExact      ? tr("%1, %2+ events behind").arg(text, count)
               : lag->events == 1 ? tr("%1, 1 event behind").arg(text)
                                  : tr("%1, %2 events behind").arg(text, count);
    }
    m_place->setText(text);
}

} // namespace playhead
