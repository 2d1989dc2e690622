// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "ui/mainwindow/fetchbar.h"

#include "ui/mainwindow/environmentswitcher.h"
#include "ui/mainwindow/fetchbutton.h"
#include "ui/mainwindow/livebutton.h"
#include "ui/mainwindow/rangepicker.h"
#include "ui/mainwindow/typespicker.h"
#include "ui/shared/icons.h"
#include "ui/shared/theme.h"

#include <QAction>
#include <QHBoxLayout>
#include <QMenu>
#include <QPainter>
#include <QToolButton>

namespace playhead {

namespace {

// Design, section 2, and the mocks.
constexpr int kHeight = 46;
constexpr int kControl = 30;
constexpr int kSide = 10;
constexpr int kGap = 6;

/// A thin line between two groups of tools.
class ToolSeparator : public QWidget
{
public:
    explicit ToolSeparator(QWidget *parent)
        : QWidget(parent)
    {
        setFixedSize(13, scaledPx(22));
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter(this).fillRect(QRect(6, 0, 1, height()), tokens().line);
    }
};

} // namespace

FetchBar::FetchBar(const TypeCatalogue &catalogue, const Clock &clock, QWidget *parent)
    : QWidget(parent)
    , m_switcher(new EnvironmentSwitcher(this))
    , m_range(new RangePicker(clock, this))
    , m_types(new TypesPicker(catalogue, this))
    , m_organization(new OrganizationPicker(this))
    , m_fetch(new FetchButton(this))
    , m_tools(new QHBoxLayout)
    , m_more(new QToolButton(this))
    , m_afterSwitcher(new QSpacerItem(2 * kGap, 0))
    , m_beforeFetch(new QSpacerItem(0, 0))
{
    setFixedHeight(scaledPx(kHeight));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(kSide, 0, kSide, 1);
    row->setSpacing(kGap);
    row->addWidget(m_switcher);
    row->addSpacerItem(m_afterSwitcher);
    row->addWidget(m_range);
    row->addWidget(m_types);
    row->addWidget(m_organization);
    row->addSpacerItem(m_beforeFetch);
    row->addWidget(m_fetch);
    row->addStretch(1);
    m_tools->setSpacing(kGap);
    row->addLayout(m_tools);
    m_more->setIcon(icon(QStringLiteral("more")));
    m_more->setAccessibleName(tr("More"));
    m_more->setToolTip(tr("More"));
    m_more->setPopupMode(QToolButton::InstantPopup);
    m_more->setFixedSize(scaledPx(kControl), scaledPx(kControl));
    m_more->setMenu(new QMenu(m_more));
    row->addWidget(m_more);

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
    enablePickers();
}

void FetchBar::enablePickers()
{
    const bool canFetch = m_hasEnvironment && !m_isCapture;
    // A cursor is read with its own types and organization.
    const bool byCursor = m_choice.preset == RangePreset::SinceCursor && m_choice.asPickedOf == 0;
    m_range->setEnabled(canFetch);
    m_types->setEnabled(canFetch && !byCursor);
    m_organization->setEnabled(canFetch && !byCursor);
    m_fetch->setEnabled(canFetch);
    if (m_isCapture) {
        for (QWidget *control : {static_cast<QWidget *>(m_range),
                                 static_cast<QWidget *>(m_types),
                                 static_cast<QWidget *>(m_organization),
                                 static_cast<QWidget *>(m_fetch)}) {
            control->setToolTip(tr("A capture is a file: all of it is loaded, nothing is fetched"));
        }
    }
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
    m_hasEnvironment = hasEnvironment;
    enablePickers();
}

void FetchBar::setCapture(bool isCapture)
{
    m_isCapture = isCapture;
    m_fetch->setFetching(false); // with its own tool tip
    setChoice(m_choice);
}

void FetchBar::setHasActiveCursor(bool hasActiveCursor)
{
    m_range->setHasActiveCursor(hasActiveCursor);
}

void FetchBar::setFetching(bool isFetching)
{
    m_fetch->setFetching(isFetching);
    enablePickers();
}

void FetchBar::setChangedSinceFetch(bool isChanged)
{
    m_fetch->setChangedSinceFetch(isChanged);
}

void FetchBar::setLiveAction(QAction *action)
{
    m_live = new LiveButton(action, this);
    auto *row = qobject_cast<QHBoxLayout *>(layout());
    row->insertWidget(row->indexOf(m_fetch) + 1, m_live);
    QWidget::setTabOrder(m_fetch, m_live);
    m_live->setNarrow(m_isNarrow);
}

void FetchBar::addTool(QAction *action, Tool look)
{
    auto *button = new QToolButton(this);
    button->setDefaultAction(action);
    button->setAccessibleName(action->iconText().remove(u'…'));
    button->setFixedHeight(scaledPx(kControl));
    button->setFocusPolicy(Qt::TabFocus);
    m_tools->addWidget(button);
    m_toolButtons.append({button, look});
    arrangeTools();
}

void FetchBar::addToolSeparator()
{
    m_tools->addWidget(new ToolSeparator(this));
}

void FetchBar::setMoreActions(const QList<QAction *> &actions)
{
    m_more->menu()->addActions(actions);
    arrangeTools();
}

void FetchBar::setNarrow(bool isNarrow)
{
    m_isNarrow = isNarrow;
    m_switcher->setNarrow(isNarrow);
    m_range->setNarrow(isNarrow);
    m_types->setNarrow(isNarrow);
    m_organization->setNarrow(isNarrow);
    if (m_live) {
        m_live->setNarrow(isNarrow);
    }
    arrangeTools();
}

void FetchBar::arrangeTools()
{
    for (const auto &[button, look] : std::as_const(m_toolButtons)) {
        button->setToolButtonStyle(look == Tool::TextWithRoom && !m_isNarrow
                                       ? Qt::ToolButtonTextBesideIcon
                                       : Qt::ToolButtonIconOnly);
        button->setVisible(look != Tool::IconWhenNarrow || m_isNarrow);
    }
    m_more->setVisible(m_isNarrow && !m_more->menu()->isEmpty());
    // Beside the layout's own gap between two controls.
    m_afterSwitcher->changeSize(m_isNarrow ? kGap : 2 * kGap, 0);
    m_beforeFetch->changeSize(m_isNarrow ? 0 : 8, 0);
    layout()->invalidate();
}

void FetchBar::focusRange()
{
    m_range->setFocus(Qt::OtherFocusReason);
}

void FetchBar::paintEvent(QPaintEvent *)
{
    const Tokens &t = tokens();
    QPainter painter(this);
    painter.fillRect(rect(), t.chrome);
    painter.fillRect(QRect(0, height() - 1, width(), 1), t.line);
}

} // namespace playhead
