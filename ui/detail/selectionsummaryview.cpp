// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "ui/detail/selectionsummaryview.h"

#include "ui/shared/theme.h"

#include <QEvent>
#include <QFormLayout>
#include <QLabel>
#include <QLocale>
#include <QPainter>
#include <QVBoxLayout>

namespace playhead {

namespace {
constexpr int kInset = 14;
}

SelectionSummaryView::SelectionSummaryView(QWidget *parent)
    : Band(Ground::Base, Line::None, parent)
    , m_title(new QLabel(this))
    , m_facts(new QFormLayout)
{
    m_title->setFont(uiFont(15, QFont::DemiBold));
    m_facts->setHorizontalSpacing(16);
    m_facts->setVerticalSpacing(8);
    m_facts->setLabelAlignment(Qt::AlignLeft | Qt::AlignTop);
    m_facts->setRowWrapPolicy(QFormLayout::DontWrapRows);
    m_facts->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(kInset, 15, kInset, kInset);
    layout->setSpacing(14);
    layout->addWidget(m_title);
    layout->addLayout(m_facts);
    layout->addStretch(1);
    m_type = addFact(tr("Type"));
    m_organization = addFact(tr("Organization"));
    m_span = addFact(tr("Time"));
    applyColours();
}

QLabel *SelectionSummaryView::addFact(const QString &name)
{
    auto *fact = new QLabel(this);
    fact->setFont(uiFont(13));
    fact->setWordWrap(true);
    fact->setTextInteractionFlags(Qt::TextSelectableByMouse);
    fact->setTextFormat(Qt::PlainText);
    m_facts->addRow(name, fact);
    return fact;
}

void SelectionSummaryView::setSummary(const SelectionSummary &summary,
                                      const QString &organization,
                                      const QString &span)
{
    const QLocale locale;
    m_title->setText(tr("%1 events selected").arg(locale.toString(summary.events)));
    m_type->setText(summary.type.isEmpty()
                        ? tr("%1 different types").arg(locale.toString(summary.types))
                        : QString::fromUtf8(summary.type));
    m_organization->setText(organization);
    m_span->setText(span);
}

void SelectionSummaryView::changeEvent(QEvent *event)
{
    Band::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) {
        applyColours();
    }
}

void SelectionSummaryView::applyColours()
{
    for (int row = 0; row < m_facts->rowCount(); ++row) {
        QWidget *label = m_facts->itemAt(row, QFormLayout::LabelRole)->widget();
        QPalette palette = label->palette();
        if (palette.color(QPalette::WindowText) != tokens().text2) {
            palette.setColor(QPalette::WindowText, tokens().text2);
            label->setPalette(palette);
        }
    }
}

QuietHint::QuietHint(QString text, QWidget *parent)
    : Band(Ground::Base, Line::None, parent)
    , m_text(std::move(text))
{
    setAccessibleName(m_text);
}

void QuietHint::setText(const QString &text)
{
    m_text = text;
    setAccessibleName(text);
    update();
}

void QuietHint::paintEvent(QPaintEvent *event)
{
    Band::paintEvent(event);
    QPainter painter(this);
    painter.setFont(uiFont(13));
    painter.setPen(tokens().text2);
    painter.drawText(rect().adjusted(24, 0, -24, -height() / 5),
                     Qt::AlignCenter | Qt::TextWordWrap,
                     m_text);
}

} // namespace playhead
