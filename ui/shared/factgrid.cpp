// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "ui/shared/factgrid.h"

#include "ui/shared/theme.h"
#include "ui/shared/tooltiptext.h"

#include <QGridLayout>
#include <QPlainTextEdit>
#include <QVBoxLayout>

namespace playhead {

FactGrid::FactGrid(QWidget *parent)
    : QWidget(parent)
    , m_grid(new QGridLayout(this))
{
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(16);
    m_grid->setVerticalSpacing(4);
    m_grid->setColumnStretch(1, 1);
    m_grid->setColumnStretch(3, 1);
}

ToneLabel *FactGrid::add(const QString &name)
{
    const int count = m_grid->count() / 2;
    auto *value = new ToneLabel({}, monoFont(12), ToneLabel::Tone::Text, this);
    value->setTextInteractionFlags(Qt::TextSelectableByMouse);
    value->setAccessibleDescription(name);
    value->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_grid->addWidget(new ToneLabel(name, uiFont(12), ToneLabel::Tone::Secondary, this),
                      count / 2,
                      count % 2 * 2);
    m_grid->addWidget(value, count / 2, count % 2 * 2 + 1);
    setFact(value, {});
    return value;
}

void FactGrid::setFact(ToneLabel *value, const QString &text)
{
    value->setText(text.isEmpty() ? tr("none") : text);
    value->setToolTip(toolTipText(text));
}

MonoCard::MonoCard(const QString &name, int lines, QWidget *parent)
    : Card(parent)
    , m_edit(new QPlainTextEdit(this))
{
    m_edit->setAccessibleName(name);
    m_edit->setReadOnly(true);
    m_edit->setTabChangesFocus(true);
    m_edit->setFont(monoFont(12));
    m_edit->setWordWrapMode(QTextOption::WrapAnywhere); // Addresses have few places to break.
    m_edit->setFrameShape(QFrame::NoFrame);
    m_edit->setFixedHeight(lines * QFontMetrics(monoFont(12)).lineSpacing() + 12);
    auto *inside = new QVBoxLayout(this);
    inside->setContentsMargins(6, 3, 2, 3);
    inside->addWidget(m_edit);
}

void MonoCard::setText(const QString &text)
{
    m_edit->setPlainText(text);
}

} // namespace playhead
