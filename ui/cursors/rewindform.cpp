// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "ui/cursors/rewindform.h"

#include "ui/cursors/eventscount.h"
#include "ui/cursors/momentedit.h"
#include "ui/cursors/placechoice.h"
#include "ui/cursors/placetext.h"
#include "ui/shared/dialogparts.h"
#include "ui/shared/playheadstyle.h"
#include "ui/shared/theme.h"
#include "ui/shared/timetext.h"

#include <QAbstractItemView>
#include <QDateTimeEdit>
#include <QGridLayout>
#include <QLineEdit>
#include <QMouseEvent>
#include <QPushButton>
#include <QRadioButton>
#include <QSpinBox>
#include <QVBoxLayout>

#include <chrono>
#include <utility>

using namespace Qt::StringLiterals;

namespace playhead {

namespace {
constexpr int kFieldWidth = 170;
constexpr int kFieldHeight = 30;
constexpr int kLinkHeight = 24;
constexpr int kColumnWidth = 314;
constexpr std::chrono::milliseconds kDelay{150};
constexpr std::chrono::hours kDefaultBack{1};

QList<OfferedPlace> placesOf(const QList<OfferedPlace> &places, bool areCursors)
{
    QList<OfferedPlace> some;
    for (const OfferedPlace &place : places) {
        if ((place.of == ToPlace::Of::OtherCursor) == areCursors) {
            some.append(place);
        }
    }
    return some;
}
} // namespace

RewindForm::RewindForm(const RewindFormContext &context, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_title(groupTitle({}, this))
    , m_count(new EventsCount(this))
    , m_duration(new QLineEdit(tr("1 h"), this))
    , m_durationProblem(new FieldProblem(m_duration, this))
    , m_time(makeMomentEdit(context.cursorTime - kDefaultBack, context.zone, this))
    , m_event(new QLineEdit(this))
    , m_saved(new PlaceChoice(context.zone, context.now, this))
    , m_cursor(new PlaceChoice(context.zone, context.now, this))
{
    m_duration->setPlaceholderText(tr("1 h 15 min"));
    m_event->setPlaceholderText(u"event_…"_s);
    m_event->setFont(monoFont(12));
    auto *grid = new QGridLayout;
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setVerticalSpacing(8);
    grid->setHorizontalSpacing(0);
    grid->setColumnStretch(0, 1);
    fillGrid(grid);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(10);
    layout->addWidget(m_title);
    layout->addLayout(grid);
    setPlaces(context.places);
    setFixedWidth(qMax(scaledPx(kColumnWidth), sizeHint().width()));
    m_delay.setSingleShot(true);
    m_delay.setInterval(kDelay);
    connect(&m_delay, &QTimer::timeout, this, &RewindForm::edited);
    connectFields();
    choose(Events);
    setTabChain();
    m_delay.stop(); // what it begins with was not edited
}

void RewindForm::fillGrid(QGridLayout *grid)
{
    addWay(grid, Events, tr("Events back"), m_count);
    addWay(grid, BackInTime, tr("Time back"), m_duration);
    grid->addWidget(m_durationProblem, grid->rowCount(), 1);
    addWay(grid,
           Time,
           tr("To a time, %1").arg(zoneName(m_context.zone, m_context.cursorTime)),
           m_time);
    addWay(grid, Event, tr("To an event"), m_event);
    if (m_context.picked) {
        addPicked(grid);
    }
    addChoice(grid, Saved, tr("To a saved place"), m_saved);
    addChoice(grid, OtherCursor, tr("To another cursor"), m_cursor);
    // The two ends need no field: they share a line.
    const int row = grid->rowCount();
    grid->addWidget(addRadio(Oldest, tr("To the oldest kept")), row, 0);
    grid->addWidget(addRadio(Newest, tr("To the newest")), row, 1);
    grid->setRowMinimumHeight(row, scaledPx(kFieldHeight));
    m_count->spin()->setAccessibleName(tr("Events back"));
}

QRadioButton *RewindForm::addRadio(Way way, const QString &label)
{
    auto *radio = new QRadioButton(label, this);
    m_radios[way] = radio;
    connect(radio, &QRadioButton::toggled, this, [this, way](bool isOn) {
        if (m_fields[way]) {
            m_fields[way]->setEnabled(isOn);
        }
        if (isOn) {
            changed();
        }
    });
    return radio;
}

void RewindForm::addWay(QGridLayout *grid, Way way, const QString &label, QWidget *field)
{
    const int row = grid->rowCount();
    field->setAccessibleName(label);
    field->setFixedWidth(scaledPx(kFieldWidth));
    field->setFixedHeight(scaledPx(kFieldHeight));
    if (way != Events) {
        padField(field);
    }
    m_fields[way] = field;
    field->setEnabled(false);
    grid->addWidget(addRadio(way, label), row, 0);
    grid->addWidget(field, row, 1);
}

void RewindForm::addPicked(QGridLayout *grid)
{
    const QString at = shortMomentText(m_context.picked->createdAt, m_context.zone, m_context.now);
    m_usePicked = new QPushButton(tr("Use selected, %1").arg(at), this);
    m_usePicked->setObjectName(u"usePicked"_s);
    m_usePicked->setAutoDefault(false);
    m_usePicked->setFont(uiFont(12));
    m_usePicked->setToolTip(m_context.picked->id.toString());
    m_usePicked->setFixedHeight(scaledPx(kLinkHeight));
    grid->addWidget(m_usePicked, grid->rowCount(), 1, Qt::AlignLeft);
    connect(m_usePicked, &QPushButton::clicked, this, [this] {
        choose(Event);
        m_event->setText(m_context.picked->id.toString());
        m_event->setCursorPosition(0);
        m_event->setFocus();
    });
}

void RewindForm::addChoice(QGridLayout *grid, Way way, const QString &label, PlaceChoice *choice)
{
    addWay(grid, way, label, choice);
    choice->view()->setAccessibleName(label);
    grid->addWidget(choice->hint(), grid->rowCount(), 1);
}

void RewindForm::connectFields()
{
    connect(m_count, &EventsCount::changed, this, [this] {
        // The label says what the number counts.
        const QString label = m_count->isForward() ? tr("Events forward") : tr("Events back");
        m_radios[Events]->setText(label);
        m_count->spin()->setAccessibleName(label);
        changed();
    });
    connect(m_duration, &QLineEdit::textChanged, this, &RewindForm::changed);
    connect(m_time, &QDateTimeEdit::dateTimeChanged, this, &RewindForm::changed);
    connect(m_event, &QLineEdit::textChanged, this, &RewindForm::changed);
    connect(m_saved, &PlaceChoice::chosenChanged, this, &RewindForm::changed);
    connect(m_cursor, &PlaceChoice::chosenChanged, this, &RewindForm::changed);
}

void RewindForm::setTabChain()
{
    // The ways first, then the field of the chosen one: the others are disabled.
    QWidgetList chain(m_radios.cbegin(), m_radios.cend());
    chain << m_count->spin() << m_count->direction() << m_duration << m_time << m_event;
    if (m_usePicked) {
        chain << m_usePicked;
    }
    chain << m_saved << m_cursor;
    for (qsizetype i = 1; i < chain.size(); ++i) {
        setTabOrder(chain[i - 1], chain[i]);
    }
}

QWidget *RewindForm::fieldOf(Way way) const
{
    return way == Events ? m_count->spin() : m_fields[way] ? m_fields[way] : m_radios[way];
}

QWidget *RewindForm::lastField() const
{
    return m_cursor;
}

void RewindForm::choose(Way way)
{
    m_radios[way]->setChecked(true);
}

RewindForm::Way RewindForm::way() const
{
    for (int i = 0; i < WayCount; ++i) {
        if (m_radios[size_t(i)]->isChecked()) {
            return Way(i);
        }
    }
    return Events;
}

void RewindForm::changed()
{
    const Result<Duration> duration = parseDuration(m_duration->text().toUtf8());
    const bool isWrong = way() == BackInTime && !m_duration->text().trimmed().isEmpty()
                         && !duration;
    m_durationProblem->setProblem(isWrong ? tr("Try 90 s, 15 min, 2 h or 1 d.") : QString());
    const Said says{way(),
                    m_count->count(),
                    m_count->isForward(),
                    m_duration->text(),
                    m_time->dateTime(),
                    m_event->text(),
                    way() == Saved         ? m_saved->chosen()
                    : way() == OtherCursor ? m_cursor->chosen()
                                           : std::nullopt};
    // Return in a number or a time says the same once more.
    if (std::exchange(m_said, says) != says) {
        m_delay.start();
        emit changing();
    }
}

std::optional<MoveTarget> RewindForm::target() const
{
    const auto place = [](const PlaceChoice &choice) {
        const std::optional<OfferedPlace> chosen = choice.chosen();
        return chosen ? std::optional<MoveTarget>(targetOf(*chosen)) : std::nullopt;
    };
    switch (way()) {
    case Events:
        return m_count->isForward() ? MoveTarget(EventsForward{m_count->count()})
                                    : MoveTarget(EventsBack{m_count->count()});
    case BackInTime: {
        const Result<Duration> duration = parseDuration(m_duration->text().toUtf8());
        return duration ? std::optional<MoveTarget>(TimeBack{*duration}) : std::nullopt;
    }
    case Time:
        return ToTime{momentOf(m_time, m_context.zone)};
    case Event: {
        const QByteArray id = m_event->text().trimmed().toUtf8();
        return id.isEmpty() ? std::nullopt : std::optional<MoveTarget>(ToEvent{EventId(id)});
    }
    case Saved:
        return place(*m_saved);
    case OtherCursor:
        return place(*m_cursor);
    case Oldest:
        return ToOldestKept{};
    case Newest:
    case WayCount:
        break;
    }
    return ToNewest{};
}

void RewindForm::setTarget(const MoveTarget &target)
{
    if (const auto *back = std::get_if<EventsBack>(&target)) {
        choose(Events);
        m_count->setForward(false);
        m_count->setCount(back->count);
    } else if (const auto *forward = std::get_if<EventsForward>(&target)) {
        choose(Events);
        m_count->setForward(true);
        m_count->setCount(forward->count);
    } else if (const auto *by = std::get_if<TimeBack>(&target)) {
        choose(BackInTime);
        m_duration->setText(durationText(by->by));
    } else if (const auto *time = std::get_if<ToTime>(&target)) {
        choose(Time);
        setMoment(m_time, time->time, m_context.zone);
    } else if (const auto *event = std::get_if<ToEvent>(&target)) {
        choose(Event);
        m_event->setText(event->id.toString());
        m_event->setCursorPosition(0);
    } else if (const auto *place = std::get_if<ToPlace>(&target)) {
        const bool isCursor = place->of == ToPlace::Of::OtherCursor;
        PlaceChoice *choice = isCursor ? m_cursor : m_saved;
        choice->choose({place->name, place->position, place->of});
        m_radios[isCursor ? OtherCursor : Saved]->setEnabled(true);
        choose(isCursor ? OtherCursor : Saved);
    } else {
        choose(std::holds_alternative<ToOldestKept>(target) ? Oldest : Newest);
    }
    m_delay.stop();
}

void RewindForm::setPlaces(const QList<OfferedPlace> &places)
{
    const std::pair<Way, PlaceChoice *> choices[] = {{Saved, m_saved}, {OtherCursor, m_cursor}};
    for (const auto &[way, choice] : choices) {
        const bool isAsked = m_radios[way]->isChecked();
        choice->setPlaces(placesOf(places, way == OtherCursor),
                          way == Saved ? tr("No saved place") : tr("No other cursor"),
                          isAsked);
        // A way that was chosen stays so: another one that nobody chose must not be asked for.
        m_radios[way]->setEnabled(choice->count() > 0 || isAsked);
    }
}

void RewindForm::setTitle(const QString &title)
{
    m_title->setText(title);
}

void RewindForm::focusField()
{
    fieldOf(way())->setFocus();
    if (way() == Events) {
        m_count->spin()->selectAll();
    }
}

void RewindForm::mousePressEvent(QMouseEvent *event)
{
    // A field that is not chosen is disabled; a click on it means that it is wanted.
    for (int i = 0; i < WayCount; ++i) {
        const size_t way = size_t(i);
        if (m_fields[way] && m_radios[way]->isEnabled()
            && m_fields[way]->geometry().contains(event->position().toPoint())) {
            choose(Way(i));
            focusField();
        }
    }
    QWidget::mousePressEvent(event);
}

} // namespace playhead
