// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "ui/mainwindow/fetchbar.h"

#include "ui/mainwindow/environmentswitcher.h"
#include "ui/mainwindow/fetchbutton.h"
#include "ui/mainwindow/rangepicker.h"
#include "ui/mainwindow/typespicker.h"
#include "ui/shared/theme.h"

#include <QAction>
#include <QHBoxLayout>
#include <QPainter>
#include <QToolButton>

namespace playhead {

namespace {

constexpr int kHeight = 46;

} // namespace

FetchBar::FetchBar(const TypeCatalogue &catalogue, const Clock &clock, QWidget *parent)
    : QWidget(parent)
    , m_switcher(new EnvironmentSwitcher(this))
    , m_range(new RangePicker(clock, this))
    , m_types(new TypesPicker(catalogue, this))
    , m_organization(new OrganizationPicker(this))
    , m_fetch(new FetchButton(this))
    , m_tools(new QHBoxLayout)
{
    setFixedHeight(kHeight);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(10, 0, 12, 0);
    row->setSpacing(6);
    row->addWidget(m_switcher);
    row->addSpacing(12);
    row->addWidget(m_range);
    row->addWidget(m_types);
    row->addWidget(m_organization);
    row->addSpacing(8);
    row->addWidget(m_fetch);
    row->addStretch(1);
    m_tools->setSpacing(4);
    row->addLayout(m_tools);

    connect(m_range,
            &RangePicker::picked,
            this,
            [this](RangePreset preset, const TimeRange &custom) {
                m_choice.preset = preset;
                m_choice.custom = custom;
                edited();
            });
    connect(m_types, &TypesPicker::picked, this, [this](const QList<QByteArray> &types) {
        m_choice.types = types;
        edited();
    });
    connect(m_organization, &OrganizationPicker::picked, this, [this](const OrganizationId &id) {
        m_choice.organization = id;
        edited();
    });
    connect(m_fetch, &QAbstractButton::clicked, this, [this] {
        m_fetch->isFetching() ? emit stopRequested() : emit fetchRequested();
    });
    setHasEnvironment(false);
}

void FetchBar::edited()
{
    setChoice(m_choice);
    emit choiceEdited(m_choice);
}

void FetchBar::setChoice(const FetchChoice &choice)
{
    m_choice = choice;
    m_range->setChoice(choice);
    m_types->setTypes(choice.types);
    m_organization->setOrganization(choice.organization);
    // A cursor is read with its own types and organization.
    const bool byCursor = choice.preset == RangePreset::SinceCursor;
    m_types->setEnabled(m_range->isEnabled() && !byCursor);
    m_organization->setEnabled(m_range->isEnabled() && !byCursor);
}

void FetchBar::setKnownOrganizations(const QList<KnownOrganization> &known)
{
    m_organization->setKnown(known);
}

void FetchBar::setTimeZone(const QTimeZone &zone)
{
    m_range->setTimeZone(zone);
}

void FetchBar::setHasEnvironment(bool hasEnvironment)
{
    m_range->setEnabled(hasEnvironment);
    m_fetch->setEnabled(hasEnvironment);
    setChoice(m_choice);
}

void FetchBar::setHasActiveCursor(bool hasActiveCursor)
{
    m_range->setHasActiveCursor(hasActiveCursor);
}

void FetchBar::setFetching(bool isFetching)
{
    m_fetch->setFetching(isFetching);
}

void FetchBar::setChangedSinceFetch(bool isChanged)
{
    m_fetch->setChangedSinceFetch(isChanged);
}

void FetchBar::addTool(QAction *action, bool hasText)
{
    auto *button = new QToolButton(this);
    button->setDefaultAction(action);
    button->setAccessibleName(action->iconText().remove(u'…'));
    button->setProperty("hasText", hasText);
    button->setToolButtonStyle(hasText && !m_isNarrow ? Qt::ToolButtonTextBesideIcon
                                                      : Qt::ToolButtonIconOnly);
    button->setFixedHeight(30);
    m_tools->addWidget(button);
}

void FetchBar::setNarrow(bool isNarrow)
{
    m_isNarrow = isNarrow;
    m_switcher->setNarrow(isNarrow);
    m_range->setNarrow(isNarrow);
    m_types->setNarrow(isNarrow);
    m_organization->setNarrow(isNarrow);
    for (int i = 0; i < m_tools->count(); ++i) {
        auto *button = qobject_cast<QToolButton *>(m_tools->itemAt(i)->widget());
        const bool hasText = button->property("hasText").toBool() && !isNarrow;
        button->setToolButtonStyle(hasText ? Qt::ToolButtonTextBesideIcon : Qt::ToolButtonIconOnly);
    }
}

void FetchBar::paintEvent(QPaintEvent *)
{
    const Tokens &t = tokens();
    QPainter painter(this);
    painter.fillRect(rect(), t.chrome);
    painter.fillRect(QRect(0, height() - 1, width(), 1), t.line);
}

} // namespace playhead
