// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "ui/capture/serveform.h"

#include "ui/capture/arrivalfield.h"
#include "ui/capture/faultsform.h"
#include "ui/capture/switchesform.h"
#include "ui/shared/dialogparts.h"
#include "ui/shared/formscroll.h"
#include "ui/shared/theme.h"

#include <QButtonGroup>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLocale>
#include <QRadioButton>
#include <QSpinBox>
#include <QVBoxLayout>

#include <limits>

using namespace Qt::StringLiterals;

namespace playhead {

namespace {

constexpr int kInset = 20;
constexpr int kSourcesWidth = 200;
constexpr int kNumberWidth = 132;

enum Source {
    Selected,
    Shown,
    Loaded,
    Demo
};

QWidget *hairLine(QWidget *parent)
{
    auto *line = new Band(Band::Ground::Window, Band::Line::Top, parent);
    line->setFixedHeight(1);
    return line;
}

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

void ServeForm::addSource(QVBoxLayout *column, const QString &text, quint64 count)
{
    auto *radio = new QRadioButton(text.arg(QLocale().toString(count)), this);
    radio->setEnabled(count > 0);
    connect(radio, &QRadioButton::toggled, radio, [radio](bool isOn) {
        // The chosen one stands out, as in the export dialog.
        radio->setFont(uiFont(13, isOn ? QFont::Medium : QFont::Normal));
    });
    m_sources->addButton(radio, int(m_sources->buttons().size()));
    column->addWidget(radio);
}

QLayout *ServeForm::makeSources()
{
    auto *column = new QVBoxLayout;
    column->setSpacing(6);
    column->addWidget(groupTitle(tr("Events"), this));
    column->addSpacing(2);
    column->addStrut(scaledPx(kSourcesWidth));
    m_sources = new QButtonGroup(this);
    addSource(column, tr("Selected, %1"), m_choices.selected.size());
    addSource(column, tr("Shown, %1"), m_choices.shown.size());
    addSource(column, tr("All loaded, %1"), m_choices.loaded.size());
    addSource(column, tr("Demo events, %1"), m_choices.plan.demoEvents);
    column->addStretch(1);
    return column;
}

void ServeForm::checkFirst()
{
    // One selected event is only where somebody happens to be; several were chosen.
    m_sources
        ->button(m_choices.selected.size() > 1 ? Selected
                 : !m_choices.shown.empty()    ? Shown
                 : !m_choices.loaded.empty()   ? Loaded
                                               : Demo)
        ->setChecked(true);
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
    case Selected:
        return m_choices.selected;
    case Shown:
        return m_choices.shown;
    default:
        return m_choices.loaded;
    }
}

QString ServeForm::label() const
{
    switch (m_sources->checkedId()) {
    case Selected:
        return tr("%1, selected").arg(m_choices.environmentName);
    case Shown:
        return tr("%1, shown").arg(m_choices.environmentName);
    default:
        return tr("%1, all loaded").arg(m_choices.environmentName);
    }
}

std::optional<Slice> ServeForm::slice() const
{
    if (m_sources->checkedId() == Demo) {
        return std::nullopt;
    }
    return Slice{m_choices.events, rows(), label()};
}

quint64 ServeForm::eventCount() const
{
    return m_sources->checkedId() == Demo ? m_choices.plan.demoEvents : rows().size();
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
