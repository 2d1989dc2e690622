// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "ui/cursors/recoverform.h"

#include "ui/cursors/momentedit.h"
#include "ui/cursors/placetext.h"
#include "ui/shared/dialogparts.h"
#include "ui/shared/theme.h"
#include "ui/shared/timetext.h"

#include <QBoxLayout>
#include <QDateTimeEdit>
#include <QLocale>
#include <QRadioButton>
#include <QStyle>

#include <chrono>
#include <utility>

using namespace Qt::StringLiterals;

namespace playhead {

namespace {
constexpr int kFieldHeight = 30;
constexpr int kTimePadding = 16;
constexpr std::chrono::milliseconds kDelay{150};
constexpr std::chrono::hours kDefaultBack{24};
} // namespace

QString aheadText(const Lag &ahead)
{
    const QString count = QLocale().toString(ahead.events);
    if (ahead.isExact) {
        return ahead.events == 1 ? RecoverForm::tr("1 event ahead.")
                                 : RecoverForm::tr("%1 events ahead.").arg(count);
    }
    return ahead.events == 1 ? RecoverForm::tr("At least 1 event ahead.")
                             : RecoverForm::tr("At least %1 events ahead.").arg(count);
}

RecoverForm::RecoverForm(const RecoverDialogContext &context, Instant lostSince, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_lostSince(lostSince)
    , m_time(
          makeMomentEdit(std::max(context.horizon, context.now - kDefaultBack), context.zone, this))
    , m_timeProblem(new FieldProblem(m_time, this))
    , m_said(m_time->dateTime())
{
    m_time->setAccessibleName(tr("Start again from this time"));
    m_time->setFixedHeight(scaledPx(kFieldHeight));
    padField(m_time);
    m_time->setMinimumWidth(m_time->sizeHint().width() + kTimePadding);
    m_time->hide();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(groupTitle(tr("Start again from"), this));
    addRow(column,
           Way::Oldest,
           tr("The oldest event kept, %1")
               .arg(minuteText(context.horizon, context.zone, context.now)));
    addRow(column, Way::Saved, tr("The newest saved place that still exists"));
    addRow(column, Way::Time, tr("A time, %1").arg(zoneName(context.zone, context.now)), m_time);
    addRow(column, Way::Now, tr("Now"));
    m_delay.setSingleShot(true);
    m_delay.setInterval(kDelay);
    connect(&m_delay, &QTimer::timeout, this, &RecoverForm::edited);
    connect(m_time, &QDateTimeEdit::dateTimeChanged, this, [this] {
        checkTime();
        // Return says the same once more.
        if (std::exchange(m_said, m_time->dateTime()) != m_time->dateTime()) {
            m_delay.start();
            emit changing();
        }
    });
    rowOf(Way::Oldest).radio->setChecked(true);
    setSavedPlace(context.saved);
    rowOf(Way::Now).radio->setEnabled(context.newest.has_value());
    for (const Way way : kWays) {
        showAnswer(way, std::nullopt);
    }
}

void RecoverForm::addRow(QBoxLayout *column, Way way, const QString &text, QWidget *field)
{
    Row &row = m_rows[size_t(way)];
    row.radio = new QRadioButton(text, this);
    row.detail = smallText({}, this);
    auto *head = new QHBoxLayout;
    head->setSpacing(12);
    head->addWidget(row.radio);
    if (field) {
        head->addWidget(field);
    }
    head->addStretch(1);
    auto *below = new QVBoxLayout;
    // A detail stands under its radio button's text.
    below->setContentsMargins(indicatorTextLeft(row.radio), 1, 0, 0);
    below->setSpacing(1);
    below->addWidget(row.detail);
    if (field) {
        below->addWidget(m_timeProblem);
    }
    column->addSpacing(way == Way::Oldest ? 7 : 6);
    column->addLayout(head);
    column->addLayout(below);
    connect(row.radio, &QRadioButton::toggled, this, [this, way](bool isOn) {
        rowOf(way).radio->setFont(uiFont(13, isOn ? QFont::DemiBold : QFont::Normal));
        if (way == Way::Time) {
            m_time->setVisible(isOn);
        }
        if (isOn) {
            emit chosen();
        }
    });
}

void RecoverForm::setSavedPlace(const std::optional<OfferedPlace> &place)
{
    m_context.saved = place;
    const Row &row = rowOf(Way::Saved);
    row.radio->setEnabled(place.has_value());
    if (!place && row.radio->isChecked()) {
        rowOf(Way::Oldest).radio->setChecked(true);
    }
}

RecoverForm::Way RecoverForm::way() const
{
    for (const Way way : kWays) {
        if (rowOf(way).radio->isChecked()) {
            return way;
        }
    }
    return Way::Oldest;
}

std::optional<MoveTarget> RecoverForm::target(Way way) const
{
    switch (way) {
    case Way::Oldest:
        return ToTime{m_context.horizon};
    case Way::Saved:
        return m_context.saved ? std::optional(targetOf(m_context.saved->position)) : std::nullopt;
    case Way::Time:
        return m_timeProblem->isShown()
                   ? std::nullopt
                   : std::optional<MoveTarget>(ToTime{momentOf(m_time, m_context.zone)});
    case Way::Now:
        return m_context.newest ? std::optional<MoveTarget>(ToEvent{*m_context.newest})
                                : std::nullopt;
    }
    return std::nullopt;
}

void RecoverForm::checkTime()
{
    const Instant at = momentOf(m_time, m_context.zone);
    m_timeProblem->setProblem(
        at < m_context.horizon
            ? tr("WorkOS keeps events from %1 on. Choose a later time.")
                  .arg(minuteText(m_context.horizon, m_context.zone, m_context.now))
            : QString());
}

QString RecoverForm::meaning(Way way, const QString &ahead) const
{
    const QTimeZone &zone = m_context.zone;
    switch (way) {
    case Way::Oldest:
        return m_lostSince < m_context.horizon
                   ? tr("%1 Events from %2 are missing, so also run a full sync.")
                         .arg(ahead,
                              daySpanText(m_lostSince, m_context.horizon, zone, m_context.now))
                   : ahead;
    case Way::Saved: {
        const QString at = minuteText(positionTime(m_context.saved->position), zone, m_context.now);
        return m_context.saved->name.isEmpty()
                   ? tr("Where it stood before, %1. %2").arg(at, ahead)
                   : tr("“%1”, %2. %3").arg(m_context.saved->name, at, ahead);
    }
    case Way::Time:
        return tr("Reads from this moment on. %1").arg(ahead);
    case Way::Now:
        return tr("Skips everything up to the newest event. %1").arg(ahead);
    }
    return {};
}

QString RecoverForm::unavailable(Way way) const
{
    switch (way) {
    case Way::Saved:
        return tr("No other cursor and no earlier place of this one can still be read from.");
    case Way::Now:
        return tr("No event of its types is stored since then. Fetch first.");
    case Way::Oldest:
    case Way::Time:
        break;
    }
    return {};
}

void RecoverForm::showAnswer(Way way, const std::optional<Result<MovePlan>> &answer)
{
    ToneLabel *detail = rowOf(way).detail;
    const bool isProblem = answer && !*answer;
    detail->setTone(isProblem ? ToneLabel::Tone::Danger : ToneLabel::Tone::Secondary);
    if (isProblem) {
        detail->setText(answer->error().message);
    } else if (!target(way)) {
        detail->setText(unavailable(way));
    } else {
        detail->setText(meaning(way, answer ? aheadText((*answer)->ahead) : tr("Counting…")));
    }
    detail->setVisible(!detail->text().isEmpty());
    rowOf(way).radio->setAccessibleDescription(detail->text());
}

void RecoverForm::focusWay()
{
    rowOf(way()).radio->setFocus();
}

} // namespace playhead
