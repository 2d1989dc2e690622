// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "ui/cursors/movefacts.h"

#include "ui/cursors/movetext.h"
#include "ui/cursors/placetext.h"
#include "ui/shared/elidedlabel.h"
#include "ui/shared/theme.h"

#include <QGridLayout>

using namespace Qt::StringLiterals;

namespace playhead {

namespace {
constexpr int kColumnGap = 12;
constexpr int kRowGap = 3;
} // namespace

MoveFacts::MoveFacts(const QTimeZone &zone, Instant now, QWidget *parent)
    : QWidget(parent)
    , m_zone(zone)
    , m_now(now)
{
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins({});
    grid->setHorizontalSpacing(kColumnGap);
    grid->setVerticalSpacing(kRowGap);
    grid->setColumnStretch(2, 1);
    for (int i = 0; i < RowCount; ++i) {
        Row &row = m_rows[size_t(i)];
        row.name = new ToneLabel({}, uiFont(12), ToneLabel::Tone::Secondary, this);
        row.time = new ToneLabel({}, uiFont(12), ToneLabel::Tone::Text, this);
        row.id = new ElidedLabel(monoFont(11), ToneLabel::Tone::Secondary, this);
        row.age = new ToneLabel({}, uiFont(12), ToneLabel::Tone::Secondary, this);
        grid->addWidget(row.name, i, 0);
        grid->addWidget(row.time, i, 1);
        grid->addWidget(row.id, i, 2);
        grid->addWidget(row.age, i, 3, Qt::AlignRight);
    }
    m_rows[Before].name->setText(tr("Before"));
    m_rows[After].name->setText(tr("After"));
}

void MoveFacts::showPlace(const Row &row, const CursorPosition &position, Instant horizon) const
{
    const Instant at = positionTime(position);
    const QString time = momentText(at, m_zone, m_now);
    const auto *after = std::get_if<AfterEvent>(&position);
    row.time->setText(after ? time : tr("from %1").arg(time));
    const QString id = after ? after->id.toString() : QString();
    row.id->setText(idShort(id));
    row.id->setToolTip(id);
    // A plan without a horizon has none to measure against.
    const bool hasAge = horizon != Instant{};
    row.age->setText(hasAge ? ageText(at, horizon) : QString());
    row.age->setToolTip(hasAge ? ageSentence(at, horizon) : QString());
    row.age->setTone(hasAge && isNearHorizon(at, horizon) ? ToneLabel::Tone::Warning
                                                          : ToneLabel::Tone::Secondary);
}

void MoveFacts::showPlan(const MovePlan &plan)
{
    showPlace(m_rows[Before], plan.cursor.position, plan.horizon);
    showPlace(m_rows[After], plan.target, plan.horizon);
    const Row &first = m_rows[First];
    const bool hasFirst = !plan.firstAgain.isEmpty();
    first.name->setText(plan.direction == MovePlan::Direction::Back ? tr("First again")
                                                                    : tr("First skipped"));
    first.time->setText(momentText(plan.spanStart, m_zone, m_now));
    first.id->setText(idShort(plan.firstAgain.toString()));
    first.id->setToolTip(plan.firstAgain.toString());
    for (QWidget *part : QWidgetList{first.name, first.time, first.id}) {
        part->setVisible(hasFirst);
    }
}

} // namespace playhead
