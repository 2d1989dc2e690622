// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "ui/detail/selectionsummaryview.h"

#include "ui/detail/commonfieldsview.h"
#include "ui/shared/dialogparts.h"
#include "ui/shared/theme.h"

#include <QEvent>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPainter>
#include <QVBoxLayout>

namespace playhead {

namespace {
constexpr int kInset = 14;
constexpr int kSectionHeight = 32;
constexpr int kFieldsInset = 6;
constexpr int kFactsWidth = 388;
} // namespace

SelectionSummaryView::SelectionSummaryView(const Clock &clock, QWidget *parent)
    : Band(Ground::Base, Line::None, parent)
    , m_layout(new QBoxLayout(QBoxLayout::TopToBottom, this))
    , m_title(new QLabel(this))
    , m_facts(new QFormLayout)
    , m_commonTitle(
          new ToneLabel({}, uiFont(12, QFont::DemiBold), ToneLabel::Tone::Secondary, this))
    , m_common(new CommonFieldsView(clock, this))
{
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(0);
    m_layout->addWidget(makeFacts());
    m_layout->addWidget(makeCommon(), 1);
    applyColours();
}

QWidget *SelectionSummaryView::makeFacts()
{
    auto *facts = new QWidget(this);
    m_title->setFont(uiFont(15, QFont::DemiBold));
    m_facts->setHorizontalSpacing(16);
    m_facts->setVerticalSpacing(8);
    m_facts->setLabelAlignment(Qt::AlignLeft | Qt::AlignTop);
    m_facts->setRowWrapPolicy(QFormLayout::DontWrapRows);
    m_facts->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    auto *layout = new QVBoxLayout(facts);
    layout->setContentsMargins(kInset, 15, kInset, kInset);
    layout->setSpacing(14);
    layout->addWidget(m_title);
    layout->addLayout(m_facts);
    layout->addStretch(1);
    m_type = addFact(tr("Type"));
    m_organization = addFact(tr("Organization"));
    m_span = addFact(tr("Time"));
    return facts;
}

QWidget *SelectionSummaryView::makeCommon()
{
    auto *common = new QWidget(this);
    auto *head = new Band(Ground::Side, Line::Bottom, common);
    head->setMinimumHeight(scaledPx(kSectionHeight));
    auto *headRow = new QHBoxLayout(head);
    headRow->setContentsMargins(kInset, 0, kInset, 0);
    headRow->addWidget(m_commonTitle);
    m_commonTitle->setWordWrap(true);
    auto *fields = new QHBoxLayout;
    fields->setContentsMargins(kFieldsInset, kFieldsInset, 0, 0); // the delegate has the rest
    fields->addWidget(m_common);
    auto *layout = new QVBoxLayout(common);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(head);
    layout->addLayout(fields, 1);
    return common;
}

void SelectionSummaryView::setPlacement(DetailPane::Placement placement)
{
    const bool isBeside = placement == DetailPane::Placement::Bottom;
    m_layout->setDirection(isBeside ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    m_layout->itemAt(0)->widget()->setMaximumWidth(isBeside ? scaledPx(kFactsWidth)
                                                            : QWIDGETSIZE_MAX);
}

QLabel *SelectionSummaryView::addFact(const QString &name)
{
    auto *fact = new QLabel(this);
    fact->setFont(uiFont(13));
    fact->setWordWrap(true);
    fact->setTextInteractionFlags(Qt::TextSelectableByMouse);
    fact->setTextFormat(Qt::PlainText);
    auto *label = new QLabel(name, this);
    // The form gives it more height than its line beside a fact of several.
    label->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    label->setBuddy(fact);
    m_facts->addRow(label, fact);
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
    m_events = summary.events;
}

void SelectionSummaryView::showComparing()
{
    m_commonTitle->setText(tr("Comparing the events…"));
    m_common->fields().setFields({});
}

void SelectionSummaryView::setCommonFields(const CommonFields &common)
{
    const QLocale locale;
    const bool isPart = common.compared < m_events;
    const QString compared = locale.toString(common.compared);
    const QString events = locale.toString(m_events);
    QString title;
    if (common.fields.isEmpty()) {
        title = isPart ? tr("No field is equal in the first %1 of %2 events").arg(compared, events)
                       : tr("No field is equal in all %1 events").arg(events);
    } else {
        title = isPart ? tr("Equal in the first %1 of %2 events").arg(compared, events)
                       : tr("Equal in all %1 events").arg(events);
    }
    m_commonTitle->setText(title);
    m_common->fields().setFields(common.fields);
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
