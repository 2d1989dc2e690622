// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "ui/cursors/opendialogs.h"

#include <utility>

namespace playhead {

void OpenDialogs::add(QDialog *dialog)
{
    m_dialogs.removeIf([](const QPointer<QDialog> &known) { return known.isNull(); });
    m_dialogs.append(dialog);
}

void OpenDialogs::setEnvironment(const std::optional<Environment> &environment)
{
    const qint64 left = std::exchange(m_environmentId, environment ? environment->id : 0);
    if (left == m_environmentId) {
        return;
    }
    for (const QPointer<QDialog> &dialog : std::exchange(m_dialogs, {})) {
        if (dialog) {
            dialog->done(
                QDialog::
                    Rejected); // Not reject(): that may ask first whether to throw away what was typed.
        }
    }
}

} // namespace playhead
