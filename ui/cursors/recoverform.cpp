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
#include <QLineEdit>
#include <QLocale>
#include <QPlainTextEdit>
#include <QRadioButton>
#include <QSpinBox>

#include <chrono>
#include <utility>

using namespace Qt::StringLiterals;

namespace playhead {

namespace {
constexpr int kFieldHeight = 30;
constexpr int kTimePadding = 16;
constexpr int kTextLines = 3;
constexpr int kMostOverlap = 24 * 60;
constexpr std::chrono::milliseconds kDelay{150};
constexpr std::chrono::hours kDefaultBack{24};

QLineEdit *makeLine(const QString &name, const QString &example, QWidget *parent)
{
    auto *line = new QLineEdit(parent);
    line->setAccessibleName(name);
    line->setPlaceholderText(example);
    line->setFont(monoFont());
    line->setFixedHeight(scaledPx(kFieldHeight));
    padField(line);
    return line;
}
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

RecoverForm::RecoverForm(const RecoverDialogContext &context, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
{
    makeFields();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(groupTitle(tr("Start again from"), this));
    addRow(column,
           Way::Oldest,
           tr("The oldest event kept, %1")
               .arg(minuteText(context.horizon, context.zone, context.now)));
    addRow(column, Way::Saved, tr("The newest saved place that still exists"));
    addRow(column, Way::Time, tr("A time, %1").arg(zoneName(context.zone, context.now)));
    addRow(column, Way::Object, tr("An object that the consumer stores"));
    addRow(column, Way::Text, tr("Events that it processed"));
    addRow(column, Way::Now, tr("Now"));
    column->addSpacing(10);
    column->addLayout(overlapRow());
    m_delay.setSingleShot(true);
    m_delay.setInterval(kDelay);
    connect(&m_delay, &QTimer::timeout, this, [this] {
        for (const Way way : std::exchange(m_changed, {})) {
            emit edited(way);
        }
    });
    rowOf(Way::Oldest).radio->setChecked(true);
    setSavedPlace(context.saved);
    for (const Way way : kWays) {
        showAnswer(way, std::nullopt);
        showWay(way, way == Way::Oldest);
    }
}

void RecoverForm::makeFields()
{
    m_time = makeMomentEdit(std::max(m_context.horizon, m_context.now - kDefaultBack),
                            m_context.zone,
                            this);
    m_said = m_time->dateTime();
    m_timeProblem = new FieldProblem(m_time, this);
    m_time->setAccessibleName(tr("Start again from this time"));
    m_time->setFixedHeight(scaledPx(kFieldHeight));
    padField(m_time);
    m_time->setMinimumWidth(m_time->sizeHint().width() + kTimePadding);
    connect(m_time, &QDateTimeEdit::dateTimeChanged, this, [this] {
        checkTime();
        // Return says the same once more.
        if (std::exchange(m_said, m_time->dateTime()) != m_time->dateTime()) {
            change(Way::Time);
        }
    });
    m_rows[size_t(Way::Time)].fields = m_time;
    m_rows[size_t(Way::Object)].fields = objectFields();
    m_rows[size_t(Way::Text)].fields = textField();
}

QWidget *RecoverForm::objectFields()
{
    auto *fields = new QWidget(this);
    m_object = makeLine(tr("Object id"), u"directory_user_…"_s, fields);
    m_updated = makeLine(tr("Its updated_at"), u"2026-11-20T16:02:00.000Z"_s, fields);
    m_updatedProblem = new FieldProblem(m_updated, fields);
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(m_object, 1);
    row->addWidget(m_updated, 1);
    auto *column = new QVBoxLayout(fields);
    column->setContentsMargins(0, 4, 0, 0);
    column->setSpacing(2);
    column->addLayout(row);
    column->addWidget(m_updatedProblem);
    connect(m_object, &QLineEdit::textChanged, this, [this] { change(Way::Object); });
    connect(m_updated, &QLineEdit::textChanged, this, [this] {
        checkUpdated();
        change(Way::Object);
    });
    return fields;
}

QWidget *RecoverForm::textField()
{
    auto *fields = new QWidget(this);
    auto *card = new Card(fields);
    m_text = new QPlainTextEdit(card);
    m_text->setFrameShape(QFrame::NoFrame);
    m_text->setAccessibleName(tr("Log line or event ids"));
    m_text->setPlaceholderText(tr("A line of its log, or a list of event ids"));
    m_text->setFont(monoFont());
    m_text->setTabChangesFocus(true);
    m_text->setFixedHeight(kTextLines * m_text->fontMetrics().lineSpacing() + 14);
    auto *inside = new QVBoxLayout(card);
    inside->setContentsMargins(1, 1, 1, 1);
    inside->addWidget(m_text);
    auto *column = new QVBoxLayout(fields);
    column->setContentsMargins(0, 4, 0, 0);
    column->addWidget(card);
    connect(m_text, &QPlainTextEdit::textChanged, this, [this] { change(Way::Text); });
    return fields;
}

QLayout *RecoverForm::overlapRow()
{
    m_overlapRow = new QWidget(this);
    m_overlap = new QSpinBox(m_overlapRow);
    m_overlap->setRange(0, kMostOverlap);
    m_overlap->setValue(
        int(std::chrono::duration_cast<std::chrono::minutes>(RecoveryRequest().overlap).count()));
    m_overlap->setSuffix(tr(" min"));
    m_overlap->setFixedHeight(scaledPx(kFieldHeight));
    padField(m_overlap);
    auto *label = new QLabel(tr("&Overlap"), m_overlapRow);
    nameField(label, m_overlap, tr("Overlap"));
    auto *row = new QHBoxLayout(m_overlapRow);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(12);
    row->addWidget(label);
    row->addWidget(m_overlap);
    row->addWidget(
        smallText(tr("So far before it reading begins again: for what became visible late."),
                  m_overlapRow),
        1);
    connect(m_overlap, &QSpinBox::valueChanged, this, [this] {
        for (const Way way : {Way::Saved, Way::Time, Way::Object, Way::Text}) {
            change(way);
        }
    });
    auto *around = new QVBoxLayout;
    around->addWidget(m_overlapRow);
    return around;
}

void RecoverForm::addRow(QBoxLayout *column, Way way, const QString &text)
{
    Row &row = m_rows[size_t(way)];
    row.radio = new QRadioButton(text, this);
    row.detail = smallText({}, this);
    auto *head = new QHBoxLayout;
    head->setSpacing(12);
    head->addWidget(row.radio);
    if (way == Way::Time) {
        head->addWidget(row.fields);
    }
    head->addStretch(1);
    auto *below = new QVBoxLayout;
    // A detail stands under its radio button's text.
    below->setContentsMargins(indicatorTextLeft(row.radio), 1, 0, 0);
    below->setSpacing(1);
    below->addWidget(row.detail);
    if (way == Way::Time) {
        below->addWidget(m_timeProblem);
    } else if (row.fields) {
        below->addWidget(row.fields);
    }
    column->addSpacing(way == Way::Oldest ? 7 : 6);
    column->addLayout(head);
    column->addLayout(below);
    connect(row.radio, &QRadioButton::toggled, this, [this, way](bool isOn) {
        rowOf(way).radio->setFont(uiFont(13, isOn ? QFont::DemiBold : QFont::Normal));
        showWay(way, isOn);
        if (isOn) {
            emit chosen();
        }
    });
}

void RecoverForm::showWay(Way way, bool isOn)
{
    if (QWidget *fields = rowOf(way).fields) {
        fields->setVisible(isOn);
    }
    if (isOn) {
        m_overlapRow->setVisible(way != Way::Oldest && way != Way::Now);
    }
}

void RecoverForm::change(Way way)
{
    m_changed.insert(way);
    m_delay.start();
    emit changing(way);
}

void RecoverForm::setSavedPlace(const std::optional<KnownPlace> &place)
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

Duration RecoverForm::overlap() const
{
    return std::chrono::minutes(m_overlap->value());
}

std::optional<RecoveryWay> RecoverForm::known(Way way) const
{
    std::optional<RecoveryWay> known;
    switch (way) {
    case Way::Oldest:
        known = RecoverFromOldest{};
        break;
    case Way::Saved:
        if (m_context.saved) {
            known = RecoverFromPlace{*m_context.saved};
        }
        break;
    case Way::Time:
        if (!m_timeProblem->isShown()) {
            known = RecoverFromTime{momentOf(m_time, m_context.zone)};
        }
        break;
    case Way::Object:
        if (const auto at = tryParseIsoInstant(m_updated->text().trimmed().toUtf8());
            at && !m_object->text().trimmed().isEmpty()) {
            known = RecoverFromObject{m_object->text().trimmed().toUtf8(), *at};
        }
        break;
    case Way::Text:
        if (!m_text->toPlainText().trimmed().isEmpty()) {
            known = RecoverFromText{m_text->toPlainText()};
        }
        break;
    case Way::Now:
        known = RecoverFromNow{};
        break;
    }
    return known;
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

void RecoverForm::checkUpdated()
{
    const QByteArray text = m_updated->text().trimmed().toUtf8();
    m_updatedProblem->setProblem(
        text.isEmpty() || tryParseIsoInstant(text)
            ? QString()
            : tr("This is no time. Paste updated_at as the consumer stores it, like "
                 "2026-11-20T16:02:00.000Z."));
}

QString RecoverForm::meaning(Way way, const std::optional<Result<RecoveryPlan>> &answer) const
{
    const QTimeZone &zone = m_context.zone;
    const QString ahead = answer ? aheadText((*answer)->move.ahead) : tr("Counting…");
    switch (way) {
    case Way::Oldest:
        return answer && !(*answer)->gone.isEmpty()
                   ? tr("%1 Events from %2 are missing, so also run a full sync.")
                         .arg(ahead,
                              daySpanText((*answer)->gone.since,
                                          (*answer)->gone.until,
                                          zone,
                                          m_context.now))
                   : ahead;
    case Way::Saved: {
        const QString at = minuteText(positionTime(m_context.saved->position), zone, m_context.now);
        return m_context.saved->name.isEmpty()
                   ? tr("Where it stood before, %1. %2").arg(at, ahead)
                   : tr("“%1”, %2. %3").arg(m_context.saved->name, at, ahead);
    }
    case Way::Time:
        return tr("All before it counts as processed. %1").arg(ahead);
    case Way::Object:
        if (answer && !(*answer)->processed) {
            return tr("Its event was not found, so all before this updated_at counts as processed. %1")
                .arg(ahead);
        }
        [[fallthrough]];
    case Way::Text:
        return answer && (*answer)->processed
                   ? tr("The last one is %1, %2. %3")
                         .arg(idShort((*answer)->processed->id.toString()),
                              momentText((*answer)->processed->createdAt, zone, m_context.now),
                              ahead)
                   : ahead;
    case Way::Now:
        return tr("Skips everything up to the newest event. %1").arg(ahead);
    }
    return {};
}

QString RecoverForm::unavailable(Way way) const
{
    switch (way) {
    case Way::Saved:
        return tr("No saved place and no earlier place of this one can still be read from.");
    case Way::Object:
        return tr("By its id and the newest updated_at that was stored with it.");
    case Way::Text:
        return tr("By their ids, found in a line of its log or in a list.");
    case Way::Now:
    case Way::Oldest:
    case Way::Time:
        break;
    }
    return {};
}

void RecoverForm::showAnswer(Way way, const std::optional<Result<RecoveryPlan>> &answer)
{
    ToneLabel *detail = rowOf(way).detail;
    const bool isProblem = answer && !*answer;
    detail->setTone(isProblem ? ToneLabel::Tone::Danger : ToneLabel::Tone::Secondary);
    if (isProblem) {
        detail->setText(answer->error().message);
    } else if (!known(way)) {
        detail->setText(unavailable(way));
    } else {
        detail->setText(meaning(way, answer));
    }
    detail->setVisible(!detail->text().isEmpty());
    rowOf(way).radio->setAccessibleDescription(detail->text());
}

void RecoverForm::focusWay()
{
    rowOf(way()).radio->setFocus();
}

} // namespace playhead
