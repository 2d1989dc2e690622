// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "ui/capture/switchesform.h"

#include "ui/capture/servewords.h"
#include "ui/shared/dialogparts.h"
#include "ui/shared/formscroll.h"
#include "ui/shared/theme.h"

#include <QComboBox>
#include <QGridLayout>

using namespace Qt::StringLiterals;

namespace playhead {

namespace {

constexpr int kValueWidth = 120;

} // namespace

SwitchesForm::SwitchesForm(const ApiSwitches &switches, QWidget *parent)
    : QWidget(parent)
    , m_switches(switches)
{
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(16);
    grid->setVerticalSpacing(6);
    grid->setColumnStretch(0, 1);
    for (const SwitchSpec &spec : switchSpecs()) {
        if (!spec.values.empty()) {
            addSwitch(grid, spec);
        }
    }
}

void SwitchesForm::addSwitch(QGridLayout *grid, const SwitchSpec &spec)
{
    auto *values = new QComboBox(this);
    values->setObjectName(u"switch-"_s + QString::fromLatin1(spec.name));
    values->setFixedWidth(scaledPx(kValueWidth));
    values->setToolTip(withoutMarks(spec.reason));
    for (const QByteArray &value : spec.values) {
        values->addItem(QString::fromLatin1(value));
    }
    values->setCurrentText(QString::fromLatin1(switchValue(m_switches, spec.name)));
    keepWheelCalm(values);
    const QString meaning = withoutMarks(spec.meaning);
    ToneLabel *text = smallText(meaning, this);
    text->setToolTip(values->toolTip());
    nameField(text, values, meaning);
    values->setAccessibleDescription(values->toolTip());
    const int row = grid->rowCount();
    grid->addWidget(text, row, 0);
    grid->addWidget(values, row, 1);
    connect(values,
            &QComboBox::currentTextChanged,
            this,
            [this, name = spec.name](const QString &value) {
                // The value comes from the table of switches, so it is one that can be set.
                [[maybe_unused]] const Status set = setSwitch(m_switches, name, value.toLatin1());
                emit edited();
            });
}

} // namespace playhead
