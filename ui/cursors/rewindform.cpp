// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "ui/cursors/rewindform.h"

#include "ui/cursors/momentedit.h"
#include "ui/cursors/placetext.h"
#include "ui/shared/dialogparts.h"
#include "ui/shared/theme.h"
#include "ui/shared/timetext.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QDateTimeEdit>
#include <QGridLayout>
#include <QLineEdit>
#include <QMouseEvent>
#include <QRadioButton>
#include <QSpinBox>
#include <QVBoxLayout>

#include <chrono>
#include <utility>

using namespace Qt::StringLiterals;

namespace playhead {

namespace {
constexpr int kDefaultCount = 100;
constexpr int kMostEvents = 100'000'000;
constexpr int kFieldWidth = 170;
constexpr int kColumnWidth = 314;
constexpr std::chrono::milliseconds kDelay{150};
constexpr std::chrono::hours kDefaultBack{1};

} // namespace

RewindForm::RewindForm(const QTimeZone &zone,
                       Instant cursorTime,
                       Instant now,
                       const QList<OfferedPlace> &places,
                       QWidget *parent)
    : QWidget(parent)
    , m_zone(zone)
    , m_now(now)
    , m_places(places)
    , m_title(groupTitle({}, this))
    , m_count(new QSpinBox(this))
    , m_duration(new QLineEdit(tr("1 h"), this))
    , m_durationProblem(new FieldProblem(m_duration, this))
    , m_time(makeMomentEdit(cursorTime - kDefaultBack, zone, this))
    , m_event(new QLineEdit(this))
    , m_place(new QComboBox(this))
    , m_placeHint(smallText({}, this))
{
    m_count->setRange(1, kMostEvents);
    m_count->setGroupSeparatorShown(true);
    m_count->setValue(kDefaultCount);
    m_count->setAccelerated(true);
    m_duration->setPlaceholderText(tr("1 h 15 min"));
    m_event->setPlaceholderText(u"event_…"_s);
    m_event->setFont(monoFont(12));

    auto *grid = new QGridLayout;
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setVerticalSpacing(8);
    grid->setHorizontalSpacing(0);
    grid->setColumnStretch(0, 1);
    addWay(grid, Way::EventsBack, tr("Events back"), m_count);
    addWay(grid, Way::TimeBack, tr("Time back"), m_duration);
    grid->addWidget(m_durationProblem, grid->rowCount(), 1);
    addWay(grid, Way::ToTime, tr("To a time, %1").arg(zoneName(zone, cursorTime)), m_time);
    addWay(grid, Way::ToEvent, tr("To an event"), m_event);
    addPlaces(grid);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(10);
    layout->addWidget(m_title);
    layout->addLayout(grid);
    setFixedWidth(qMax(scaledPx(kColumnWidth), sizeHint().width()));

    m_delay.setSingleShot(true);
    m_delay.setInterval(kDelay);
    connect(&m_delay, &QTimer::timeout, this, &RewindForm::edited);
    connect(m_count, &QSpinBox::valueChanged, this, &RewindForm::changed);
    connect(m_duration, &QLineEdit::textChanged, this, &RewindForm::changed);
    connect(m_time, &QDateTimeEdit::dateTimeChanged, this, &RewindForm::changed);
    connect(m_event, &QLineEdit::textChanged, this, &RewindForm::changed);
    connect(m_place, &QComboBox::currentIndexChanged, this, &RewindForm::changed);
    choose(Way::EventsBack);
    // The ways first, then the field of the chosen one: the others are disabled.
    QWidget *before = nullptr;
    for (const auto &list : {QWidgetList(m_radios.cbegin(), m_radios.cend()), m_fields}) {
        for (QWidget *next : list) {
            if (before) {
                setTabOrder(before, next);
            }
            before = next;
        }
    }
    m_delay.stop(); // what it begins with was not edited
}

void RewindForm::addPlaces(QGridLayout *grid)
{
    addWay(grid, Way::ToPlace, tr("To a saved place"), m_place);
    m_place->view()->setAccessibleName(tr("Saved places"));
    for (const OfferedPlace &place : std::as_const(m_places)) {
        m_place->addItem(place.name);
    }
    if (m_places.isEmpty()) {
        m_place->setPlaceholderText(tr("No other cursor"));
        m_radios.last()->setEnabled(false);
    }
    grid->addWidget(m_placeHint, grid->rowCount(), 1);
    grid->setRowMinimumHeight(grid->rowCount() - 1, m_placeHint->fontMetrics().height());
    showPlace();
    connect(m_place, &QComboBox::currentIndexChanged, this, &RewindForm::showPlace);
}

void RewindForm::showPlace() const
{
    const int index = m_place->currentIndex();
    if (index < 0) {
        m_placeHint->setText(tr("A cursor of this environment"));
        return;
    }
    const QString at = minuteText(positionTime(m_places[index].position), m_zone, m_now);
    m_placeHint->setText(
        std::holds_alternative<AfterEvent>(m_places[index].position) ? at : tr("From %1").arg(at));
    m_place->setAccessibleDescription(m_placeHint->text());
}

QWidget *RewindForm::lastField() const
{
    return m_fields.last();
}

void RewindForm::addWay(QGridLayout *grid, Way way, const QString &label, QWidget *field)
{
    const int row = grid->rowCount();
    auto *radio = new QRadioButton(label, this);
    field->setAccessibleName(label);
    field->setFixedWidth(scaledPx(kFieldWidth));
    field->setFixedHeight(scaledPx(30));
    padField(field);
    grid->addWidget(radio, row, 0);
    grid->addWidget(field, row, 1);
    m_radios.append(radio);
    m_fields.append(field);
    connect(radio, &QRadioButton::toggled, this, [this, way](bool isOn) {
        m_fields[int(way)]->setEnabled(isOn);
        if (isOn) {
            changed();
        }
    });
    field->setEnabled(false);
}

void RewindForm::choose(Way way)
{
    m_radios[int(way)]->setChecked(true);
}

RewindForm::Way RewindForm::way() const
{
    for (int i = 0; i < m_radios.size(); ++i) {
        if (m_radios[i]->isChecked()) {
            return Way(i);
        }
    }
    return Way::EventsBack;
}

void RewindForm::changed()
{
    const Result<Duration> duration = parseDuration(m_duration->text().toUtf8());
    const bool isWrong = way() == Way::TimeBack && !m_duration->text().trimmed().isEmpty()
                         && !duration;
    m_durationProblem->setProblem(isWrong ? tr("Try 90 s, 15 min, 2 h or 1 d.") : QString());
    const std::tuple says{way(),
                          m_count->value(),
                          m_duration->text(),
                          m_time->dateTime(),
                          m_event->text(),
                          m_place->currentIndex()};
    // Return in a number or a time says the same once more.
    if (std::exchange(m_said, says) != says) {
        m_delay.start();
        emit changing();
    }
}

std::optional<MoveTarget> RewindForm::target() const
{
    switch (way()) {
    case Way::EventsBack:
        return EventsBack{quint64(m_count->value())};
    case Way::TimeBack: {
        const Result<Duration> duration = parseDuration(m_duration->text().toUtf8());
        return duration ? std::optional<MoveTarget>(TimeBack{*duration}) : std::nullopt;
    }
    case Way::ToTime:
        return ToTime{momentOf(m_time, m_zone)};
    case Way::ToEvent: {
        const QByteArray id = m_event->text().trimmed().toUtf8();
        return id.isEmpty() ? std::nullopt : std::optional<MoveTarget>(ToEvent{EventId(id)});
    }
    case Way::ToPlace:
        return m_place->currentIndex() < 0
                   ? std::nullopt
                   : std::optional(targetOf(m_places[m_place->currentIndex()].position));
    }
    return std::nullopt;
}

void RewindForm::setTarget(const MoveTarget &target)
{
    if (const auto *events = std::get_if<EventsBack>(&target)) {
        choose(Way::EventsBack);
        m_count->setValue(int(qMin(events->count, quint64(kMostEvents))));
    } else if (const auto *back = std::get_if<TimeBack>(&target)) {
        choose(Way::TimeBack);
        m_duration->setText(durationText(back->by));
    } else if (const auto *time = std::get_if<ToTime>(&target)) {
        choose(Way::ToTime);
        setMoment(m_time, time->time, m_zone);
    } else if (const auto *event = std::get_if<ToEvent>(&target)) {
        choose(Way::ToEvent);
        m_event->setText(event->id.toString());
        m_event->setCursorPosition(0);
    }
    m_delay.stop();
}

void RewindForm::setTitle(const QString &title)
{
    m_title->setText(title);
}

void RewindForm::focusField()
{
    QWidget *field = m_fields[int(way())];
    field->setFocus();
    if (way() == Way::EventsBack) {
        m_count->selectAll();
    }
}

void RewindForm::mousePressEvent(QMouseEvent *event)
{
    // A field that is not chosen is disabled; a click on it means that it is wanted.
    for (int i = 0; i < m_fields.size(); ++i) {
        if (m_radios[i]->isEnabled()
            && m_fields[i]->geometry().contains(event->position().toPoint())) {
            choose(Way(i));
            focusField();
        }
    }
    QWidget::mousePressEvent(event);
}

} // namespace playhead
