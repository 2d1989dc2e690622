// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "ui/filter/mistakestrip.h"

#include "ui/filter/filteredit.h"
#include "ui/shared/iconmark.h"
#include "ui/shared/icons.h"
#include "ui/shared/theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>

namespace playhead {

using namespace Qt::StringLiterals;

namespace {

constexpr int kIcon = 16;
constexpr int kGap = 7;
constexpr int kBelow = 8;

QString coloured(const QString &text, const QColor &colour)
{
    return u"<span style=\"color:%1\">%2</span>"_s.arg(colour.name(), text.toHtmlEscaped());
}

} // namespace

MistakeStrip::MistakeStrip(QWidget *parent)
    : QWidget(parent)
    , m_row(new QHBoxLayout(this))
    , m_text(new QLabel(this))
{
    setObjectName(u"filterMistake"_s);
    m_text->setObjectName(u"filterMistakeText"_s);
    m_text->setTextFormat(Qt::RichText);
    m_text->setWordWrap(true);
    m_text->setFont(uiFont(12));
    m_row->setSpacing(kGap);
    m_row->addWidget(new IconMark(icon(u"error"_s, IconTint::Danger), kIcon, this),
                     0,
                     Qt::AlignTop);
    m_row->addWidget(m_text, 1);
    setInsets(0, 0);
    hide();
}

void MistakeStrip::setInsets(int left, int right)
{
    // The icon stands below the field's search mark.
    m_row->setContentsMargins(left + FilterEdit::kIconLeft, 0, right, kBelow);
}

void MistakeStrip::setTexts(const QString &mistake, const QString &kept)
{
    m_mistake = mistake;
    m_kept = kept;
    showTexts();
    setVisible(!mistake.isEmpty());
}

void MistakeStrip::showTexts()
{
    m_text->setText(coloured(m_mistake, tokens().danger) + u' ' + coloured(m_kept, tokens().text2));
}

void MistakeStrip::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) {
        showTexts();
    }
}

} // namespace playhead
