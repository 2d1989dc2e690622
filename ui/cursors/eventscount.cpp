// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "ui/cursors/eventscount.h"

#include "ui/shared/dialogparts.h"
#include "ui/shared/icons.h"
#include "ui/shared/theme.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QSpinBox>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace playhead {

namespace {
constexpr int kDefaultCount = 100;
constexpr int kMostEvents = 100'000'000;
constexpr int kHeight = 30;
} // namespace

EventsCount::EventsCount(QWidget *parent)
    : QWidget(parent)
    , m_spin(new QSpinBox(this))
    , m_direction(new QPushButton(this))
{
    m_spin->setRange(1, kMostEvents);
    m_spin->setGroupSeparatorShown(true);
    m_spin->setValue(kDefaultCount);
    m_spin->setAccelerated(true);
    m_spin->setFixedHeight(scaledPx(kHeight));
    padField(m_spin);
    m_direction->setCheckable(true);
    m_direction->setIcon(icon(u"forward"_s));
    m_direction->setToolTip(tr("Count forward: skip events"));
    m_direction->setAccessibleName(tr("Count forward"));
    m_direction->setAutoDefault(false);
    m_direction->setFixedSize(scaledPx(kHeight), scaledPx(kHeight));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins({});
    row->setSpacing(4);
    row->addWidget(m_spin, 1);
    row->addWidget(m_direction);
    connect(m_spin, &QSpinBox::valueChanged, this, &EventsCount::changed);
    connect(m_direction, &QPushButton::toggled, this, &EventsCount::changed);
}

quint64 EventsCount::count() const
{
    return quint64(m_spin->value());
}

void EventsCount::setCount(quint64 count)
{
    m_spin->setValue(int(std::min(count, quint64(kMostEvents))));
}

bool EventsCount::isForward() const
{
    return m_direction->isChecked();
}

void EventsCount::setForward(bool isForward)
{
    m_direction->setChecked(isForward);
}

} // namespace playhead
