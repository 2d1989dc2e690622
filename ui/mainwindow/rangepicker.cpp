// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "ui/mainwindow/rangepicker.h"

#include "ui/mainwindow/rangedialog.h"

#include <QActionGroup>
#include <QMenu>

namespace playhead {

using namespace Qt::StringLiterals;

RangePicker::RangePicker(const Clock &clock, QWidget *parent)
    : PickerButton(u"range"_s, tr("Range to fetch"), parent)
    , m_clock(clock)
{
    auto *menu = new QMenu(this);
    auto *group = new QActionGroup(menu);
    for (int i = 0; i <= static_cast<int>(RangePreset::Custom); ++i) {
        const auto preset = static_cast<RangePreset>(i);
        if (preset == RangePreset::SinceCursor) {
            menu->addSeparator();
        }
        QAction *action = menu->addAction(
            preset == RangePreset::Custom ? tr("Custom…") : rangeText({preset, {}, {}, {}}, false));
        action->setCheckable(true);
        group->addAction(action);
        m_presets.append(action);
        connect(action, &QAction::triggered, this, [this, preset] {
            if (preset == RangePreset::Custom) {
                askCustom();
            } else {
                emit picked(preset, {});
            }
        });
    }
    setMenu(menu);
    setHasActiveCursor(false);
    setChoice({});
}

void RangePicker::setChoice(const FetchChoice &choice)
{
    m_choice = choice;
    setTexts(rangeText(choice, false), rangeText(choice, true));
    if (choice.preset != RangePreset::Whole) {
        m_presets[static_cast<int>(choice.preset)]->setChecked(true);
    }
}

void RangePicker::setHasActiveCursor(bool hasActiveCursor)
{
    m_presets[static_cast<int>(RangePreset::SinceCursor)]->setEnabled(hasActiveCursor);
}

void RangePicker::askCustom()
{
    // The mark stays where it was until a range is given.
    m_presets[static_cast<int>(m_choice.preset)]->setChecked(true);
    const Instant now = m_clock.now();
    const TimeRange shown = m_choice.preset == RangePreset::Custom
                                ? m_choice.custom
                                : queryOf(m_choice, now, std::nullopt).scope.range;
    auto *dialog = new RangeDialog(shown, now, m_zone, window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &RangeDialog::chosen, this, [this](const TimeRange &range) {
        emit picked(RangePreset::Custom, range);
    });
    dialog->open();
}

} // namespace playhead
