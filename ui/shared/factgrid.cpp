// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "ui/shared/factgrid.h"

#include "ui/shared/theme.h"
#include "ui/shared/tooltiptext.h"

#include <QFocusEvent>
#include <QGridLayout>
#include <QPainter>
#include <QPlainTextEdit>
#include <QVBoxLayout>

namespace playhead {

namespace {

/// Cuts in the middle what has no room, since the end tells ids apart; what is selected and copied is the whole.
class FactLabel : public ToneLabel
{
public:
    explicit FactLabel(QWidget *parent)
        : ToneLabel({}, monoFont(12), ToneLabel::Tone::Text, parent)
    {
        setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
        setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    }

protected:
    void focusInEvent(QFocusEvent *event) override
    {
        ToneLabel::focusInEvent(event);
        if (event->reason() == Qt::TabFocusReason || event->reason() == Qt::BacktabFocusReason) {
            setSelection(0, int(text().size())); // As a field does, and so one sees where one is.
        }
    }

    void paintEvent(QPaintEvent *event) override
    {
        const bool isPartSelected = hasSelectedText() && selectedText() != text();
        if (isPartSelected || fontMetrics().horizontalAdvance(text()) <= width()) {
            ToneLabel::paintEvent(event);
            return;
        }
        QPainter painter(this);
        painter.setPen(palette().color(foregroundRole()));
        if (hasSelectedText()) {
            painter.fillRect(rect(), palette().highlight());
            painter.setPen(palette().color(QPalette::HighlightedText));
        }
        painter.drawText(rect(),
                         Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                         fontMetrics().elidedText(text(), Qt::ElideMiddle, width()));
    }
};

} // namespace

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
    auto *value = new FactLabel(this);
    value->setAccessibleDescription(name);
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
    value->setFocusPolicy(text.isEmpty() ? Qt::NoFocus
                                         : Qt::StrongFocus); // There is nothing to copy.
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
