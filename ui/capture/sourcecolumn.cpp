// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "ui/capture/sourcecolumn.h"

#include "ui/shared/dialogparts.h"
#include "ui/shared/theme.h"

#include <QLocale>
#include <QRadioButton>
#include <QVBoxLayout>

namespace playhead {

namespace {
constexpr int kWidth = 200;
}

void followCheck(QRadioButton *radio)
{
    QObject::connect(radio, &QRadioButton::toggled, radio, [radio](bool isOn) {
        radio->setFont(uiFont(13, isOn ? QFont::Medium : QFont::Normal));
    });
}

SourceColumn::SourceColumn(quint64 selected, quint64 shown, quint64 loaded, QWidget *parent)
    : QButtonGroup(parent)
    , m_selected(selected)
    , m_parent(parent)
    , m_column(new QVBoxLayout)
{
    m_column->setSpacing(6);
    m_column->addWidget(groupTitle(tr("Events"), parent));
    m_column->addSpacing(2);
    m_column->addStrut(scaledPx(kWidth));
    addCounted(tr("Selected, %1"), selected);
    addCounted(tr("Shown, %1"), shown);
    addCounted(tr("All loaded, %1"), loaded);
}

QRadioButton *SourceColumn::addSource(const QString &text, bool isEnabled)
{
    auto *radio = new QRadioButton(text, m_parent);
    radio->setEnabled(isEnabled);
    followCheck(radio);
    addButton(radio, int(buttons().size()));
    m_column->addWidget(radio);
    return radio;
}

QRadioButton *SourceColumn::addCounted(const QString &text, quint64 count)
{
    return addSource(countedText(text, count), count > 0);
}

QString SourceColumn::countedText(const QString &text, quint64 count)
{
    return text.arg(QLocale().toString(count));
}

void SourceColumn::checkFirst(int otherwise)
{
    // One selected event is only where somebody happens to be; several were chosen.
    button(m_selected > 1                ? Selected
           : button(Shown)->isEnabled()  ? Shown
           : button(Loaded)->isEnabled() ? Loaded
                                         : otherwise)
        ->setChecked(true);
}

} // namespace playhead
