// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "ui/capture/serveform.h"

#include "ui/capture/arrivalfield.h"
#include "ui/capture/faultsform.h"
#include "ui/capture/sourcecolumn.h"
#include "ui/capture/switchesform.h"
#include "ui/shared/dialogparts.h"
#include "ui/shared/formscroll.h"
#include "ui/shared/theme.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QLocale>
#include <QSpinBox>
#include <QVBoxLayout>

#include <limits>

using namespace Qt::StringLiterals;

namespace playhead {

namespace {

constexpr int kInset = 20;
constexpr int kNumberWidth = 132;

constexpr int kDemo = SourceColumn::Loaded + 1; ///< The source that this dialog adds.

} // namespace

ServeForm::ServeForm(const ServeChoices &choices, QWidget *parent)
    : QWidget(parent)
    , m_choices(choices)
    , m_notice(new Notice(Notice::Kind::Info, this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(kInset, 16, kInset, 18);
    layout->setSpacing(13);
    m_notice->setObjectName(u"notice"_s);
    m_notice->hide();
    layout->addWidget(m_notice);
    auto *columns = new QHBoxLayout;
    columns->setSpacing(20);
    columns->addLayout(makeSources());
    columns->addLayout(makeAddress(), 1);
    layout->addLayout(columns);
    // Made from top to bottom: that is the way of the keyboard.
    m_arrival = new ArrivalField(choices.plan.arrival, this);
    layout->addWidget(m_arrival);
    layout->addWidget(hairLine(this));
    m_faults = new FaultsForm(choices.plan.faults, this);
    layout->addWidget(m_faults);
    layout->addWidget(hairLine(this));
    auto *more = new Disclosure(tr("Answers that WorkOS does not document"), this);
    m_switches = new SwitchesForm(choices.plan.switches, this);
    more->setContent(m_switches);
    more->setObjectName(u"switches"_s);
    more->setOpen(m_switches->switches()
                  != ApiSwitches{.holdBack = choices.plan.switches.holdBack});
    layout->addWidget(more, 0, Qt::AlignLeft);
    layout->addWidget(m_switches);
    layout->addStretch(1);
    connect(m_arrival, &ArrivalField::edited, this, &ServeForm::changed);
    connect(m_faults, &FaultsForm::edited, this, &ServeForm::changed);
    connect(m_faults, &FaultsForm::copied, this, &ServeForm::copied);
    connect(m_switches, &SwitchesForm::edited, this, &ServeForm::changed);
    checkFirst();
}

QLayout *ServeForm::makeSources()
{
    m_sources = new SourceColumn(m_choices.selected.size(),
                                 m_choices.shown.size(),
                                 m_choices.loaded.size(),
                                 this);
    m_sources->addCounted(tr("Demo events, %1"), m_choices.plan.demoEvents);
    m_sources->column()->addStretch(1);
    return m_sources->column();
}

void ServeForm::checkFirst()
{
    m_sources->checkFirst(kDemo);
    connect(m_sources, &QButtonGroup::idToggled, this, [this](int, bool isOn) {
        if (isOn) {
            changed();
        }
    });
}

QSpinBox *ServeForm::addNumber(QGridLayout *grid, const QString &label, const QString &name)
{
    auto *number = new QSpinBox(this);
    number->setObjectName(name);
    number->setFixedWidth(scaledPx(kNumberWidth));
    keepWheelCalm(number);
    auto *text = new ToneLabel(label, uiFont(13), ToneLabel::Tone::Secondary, this);
    nameField(text, number, label);
    const int row = grid->rowCount();
    grid->addWidget(text, row, 0);
    grid->addWidget(number, row, 1);
    connect(number, &QSpinBox::valueChanged, this, &ServeForm::changed);
    return number;
}

QLayout *ServeForm::makeAddress()
{
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(12);
    grid->setVerticalSpacing(8);
    grid->setColumnStretch(2, 1);
    grid->addWidget(groupTitle(tr("Server"), this), 0, 0, 1, 3);
    m_port = addNumber(grid, tr("Port"), u"port"_s);
    m_port->setRange(0, std::numeric_limits<quint16>::max());
    m_port->setSpecialValueText(tr("Any free one"));
    m_port->setToolTip(tr("0 takes any free port"));
    m_port->setValue(m_choices.plan.port);
    m_holdBack = addNumber(grid, tr("Hold-back"), u"holdBack"_s);
    m_holdBack->setRange(0, int(kLongestHoldBack));
    m_holdBack->setSuffix(tr(" s"));
    m_holdBack->setToolTip(tr("Events younger than this are not served yet"));
    m_holdBack->setValue(int(m_choices.plan.switches.holdBack.count()));
    grid->setRowStretch(grid->rowCount(), 1);
    return grid;
}

void ServeForm::changed()
{
    m_notice->hide();
    emit edited();
}

const std::vector<EventRow> &ServeForm::rows() const
{
    switch (m_sources->checkedId()) {
    case SourceColumn::Selected:
        return m_choices.selected;
    case SourceColumn::Shown:
        return m_choices.shown;
    default:
        return m_choices.loaded;
    }
}

QString ServeForm::label() const
{
    switch (m_sources->checkedId()) {
    case SourceColumn::Selected:
        return tr("%1, selected").arg(m_choices.environmentName);
    case SourceColumn::Shown:
        return tr("%1, shown").arg(m_choices.environmentName);
    default:
        return tr("%1, all loaded").arg(m_choices.environmentName);
    }
}

std::optional<Slice> ServeForm::slice() const
{
    if (m_sources->checkedId() == kDemo) {
        return std::nullopt;
    }
    return Slice{m_choices.events, rows(), label()};
}

quint64 ServeForm::eventCount() const
{
    return m_sources->checkedId() == kDemo ? m_choices.plan.demoEvents : rows().size();
}

ServePlan ServeForm::plan() const
{
    ServePlan plan = m_choices.plan;
    plan.port = quint16(m_port->value());
    plan.switches = m_switches->switches();
    plan.switches.holdBack = std::chrono::seconds(m_holdBack->value());
    plan.faults = m_faults->plan();
    plan.arrival = m_arrival->arrival();
    return plan;
}

void ServeForm::showNotice(const QString &lead, const QString &text)
{
    m_notice->setKind(Notice::Kind::Info);
    m_notice->setText(lead, text);
    m_notice->show();
}

void ServeForm::showProblem(const QString &lead, const QString &text)
{
    m_notice->setKind(Notice::Kind::Danger);
    m_notice->setText(lead, text);
    m_notice->show();
}

} // namespace playhead
