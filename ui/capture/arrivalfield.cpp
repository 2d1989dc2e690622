// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "ui/capture/arrivalfield.h"

#include "ui/shared/dialogparts.h"
#include "ui/shared/formscroll.h"
#include "ui/shared/theme.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QSpinBox>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace playhead {

namespace {

constexpr int kMostMinutes = 90 * 24 * 60;
constexpr auto kUsualLast = 1h;
constexpr int kUsualSpeed = 10;

} // namespace

ArrivalField::ArrivalField(const std::optional<Arrival> &arrival, QWidget *parent)
    : QWidget(parent)
    , m_arrives(new QCheckBox(tr("The newest events arrive while it serves"), this))
    , m_how(new QWidget(this))
    , m_last(new QSpinBox(m_how))
    , m_unit(new QComboBox(m_how))
    , m_speed(new QSpinBox(m_how))
{
    m_arrives->setObjectName(u"arrives"_s);
    m_arrives->setToolTip(tr("A consumer that tails sees them come, as they did then"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(6);
    column->addWidget(m_arrives);
    column->addWidget(m_how);
    makeFields();
    fill(arrival);
    connect(m_arrives, &QCheckBox::toggled, m_how, &QWidget::setVisible);
    connect(m_arrives, &QCheckBox::toggled, this, &ArrivalField::edited);
    connect(m_last, &QSpinBox::valueChanged, this, &ArrivalField::edited);
    connect(m_unit, &QComboBox::currentIndexChanged, this, &ArrivalField::limitLast);
    connect(m_unit, &QComboBox::currentIndexChanged, this, &ArrivalField::edited);
    connect(m_speed, &QSpinBox::valueChanged, this, &ArrivalField::edited);
}

void ArrivalField::makeFields()
{
    m_last->setObjectName(u"arrivalLast"_s);
    m_unit->addItems({tr("minutes"), tr("hours")});
    m_unit->setAccessibleName(tr("Unit of the time that arrives"));
    m_speed->setObjectName(u"arrivalSpeed"_s);
    m_speed->setRange(1, Arrival::kFastest);
    m_speed->setSuffix(u"×"_s);
    const auto text = [this](const QString &words) {
        return new ToneLabel(words, uiFont(13), ToneLabel::Tone::Secondary, m_how);
    };
    ToneLabel *last = text(tr("The last"));
    nameField(last, m_last, tr("How much of the end arrives"));
    ToneLabel *speed = text(tr("at"));
    nameField(speed, m_speed, tr("How many times as fast as it happened"));
    auto *row = new QHBoxLayout(m_how);
    row->setContentsMargins(indicatorTextLeft(m_arrives), 0, 0, 0);
    row->setSpacing(8);
    const QWidgetList parts{last, m_last, m_unit, speed, m_speed, text(tr("its own speed"))};
    for (QWidget *part : parts) {
        row->addWidget(part);
    }
    row->addStretch(1);
    for (QWidget *field : QWidgetList{m_last, m_unit, m_speed}) {
        keepWheelCalm(field);
    }
}

/// More than the horizon could not be remembered either.
void ArrivalField::limitLast()
{
    m_last->setRange(1, m_unit->currentIndex() == 1 ? kMostMinutes / 60 : kMostMinutes);
}

void ArrivalField::fill(const std::optional<Arrival> &arrival)
{
    const Arrival shown = arrival.value_or(Arrival{kUsualLast, kUsualSpeed});
    const auto minutes = std::chrono::duration_cast<std::chrono::minutes>(shown.last).count();
    const bool isHours = minutes >= 60 && minutes % 60 == 0;
    m_unit->setCurrentIndex(isHours ? 1 : 0);
    limitLast();
    m_last->setValue(int(isHours ? minutes / 60 : minutes));
    m_speed->setValue(shown.speed);
    m_arrives->setChecked(arrival.has_value());
    m_how->setVisible(arrival.has_value());
}

std::optional<Arrival> ArrivalField::arrival() const
{
    if (!m_arrives->isChecked()) {
        return std::nullopt;
    }
    const std::chrono::minutes unit = m_unit->currentIndex() == 1 ? 1h : 1min;
    return Arrival{m_last->value() * unit, m_speed->value()};
}

} // namespace playhead
