// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "ui/capture/faultsform.h"

#include "ui/capture/faultrow.h"
#include "ui/capture/servewords.h"
#include "ui/shared/dialogparts.h"
#include "ui/shared/formscroll.h"
#include "ui/shared/icons.h"
#include "ui/shared/theme.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QSpinBox>
#include <QVBoxLayout>

#include <algorithm>
#include <limits>

using namespace Qt::StringLiterals;

namespace playhead {

namespace {

constexpr int kSpacing = 6;
constexpr int kSeedWidth = 120;

// Design, section 7: the faults of the dialog.
constexpr FaultKind kUsual[] = {FaultKind::RateLimit,
                                FaultKind::Error500,
                                FaultKind::Delay,
                                FaultKind::RepeatPage,
                                FaultKind::UpdatedAtBack,
                                FaultKind::LostCursor,
                                FaultKind::Cut};

bool isUsual(FaultKind kind)
{
    return std::find(std::begin(kUsual), std::end(kUsual), kind) != std::end(kUsual);
}

} // namespace

FaultsForm::FaultsForm(const FaultPlan &plan, QWidget *parent)
    : QWidget(parent)
    , m_givenSeed(plan.seed)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(kSpacing);
    addHead(layout, plan.seed);
    for (const FaultKind kind : kUsual) {
        addRow(layout, faultSpec(kind), plan);
    }
    auto *more = addFoot(layout);
    auto *others = new QWidget(this);
    more->setContent(others);
    layout->addWidget(others);
    auto *column = new QVBoxLayout(others);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(kSpacing);
    bool hasOther = false;
    for (const FaultSpec &spec : faultSpecs()) {
        if (!isUsual(spec.kind)) {
            addRow(column, spec, plan);
            hasOther = hasOther || plan.find(spec.kind) != nullptr;
        }
    }
    more->setOpen(hasOther);
    connect(this, &FaultsForm::edited, this, &FaultsForm::enableCopy);
    enableCopy();
}

/// The line that opens the other faults.
Disclosure *FaultsForm::addFoot(QVBoxLayout *layout)
{
    auto *more = new Disclosure(tr("All faults"), this);
    more->setObjectName(u"allFaults"_s);
    m_copy = new QPushButton(icon(u"copy"_s), tr("Copy as options"), this);
    m_copy->setObjectName(u"copyOptions"_s);
    m_copy->setAutoDefault(false);
    m_copy->setToolTip(tr("For playhead serve on the command line, with the seed"));
    connect(m_copy, &QPushButton::clicked, this, [this] { emit copied(faultOptions(plan())); });
    auto *line = new QHBoxLayout;
    line->addWidget(more);
    line->addStretch(1);
    line->addWidget(m_copy);
    layout->addSpacing(2);
    layout->addLayout(line);
    return more;
}

void FaultsForm::enableCopy()
{
    m_copy->setEnabled(!plan().isEmpty());
}

void FaultsForm::addHead(QVBoxLayout *layout, quint64 seed)
{
    m_seed = new QSpinBox(this);
    m_seed->setObjectName(u"seed"_s);
    m_seed->setRange(0, std::numeric_limits<int>::max());
    m_seed->setValue(int(std::min<quint64>(seed, quint64(m_seed->maximum()))));
    m_seed->setFixedWidth(scaledPx(kSeedWidth));
    m_seed->setAlignment(Qt::AlignRight);
    keepWheelCalm(m_seed);
    auto *label = new ToneLabel(tr("Seed"), uiFont(13), ToneLabel::Tone::Secondary, this);
    nameField(label, m_seed, tr("Seed of the faults"));
    auto *head = new QHBoxLayout;
    head->setSpacing(10);
    head->addWidget(groupTitle(tr("Faults"), this));
    head->addStretch(1);
    head->addWidget(label);
    head->addWidget(m_seed);
    layout->addLayout(head);
    layout->addWidget(
        smallText(tr("Answers that go wrong by chance. The same seed repeats them."), this));
    connect(m_seed, &QSpinBox::valueChanged, this, [this](int value) {
        m_givenSeed = quint64(value);
        emit edited();
    });
}

void FaultsForm::addRow(QVBoxLayout *layout, const FaultSpec &spec, const FaultPlan &plan)
{
    auto *row = new FaultRow(spec, this);
    if (const FaultSetting *setting = plan.find(spec.kind)) {
        row->setSetting(*setting);
    }
    connect(row, &FaultRow::edited, this, &FaultsForm::edited);
    layout->addWidget(row);
    m_rows << row;
}

FaultPlan FaultsForm::plan() const
{
    FaultPlan plan;
    plan.seed = m_givenSeed;
    for (const FaultRow *row : m_rows) {
        plan.set(row->setting());
    }
    return plan;
}

} // namespace playhead
