// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/environments/environment.h"

#include <QDialog>
#include <QPointer>

#include <optional>

namespace playhead {

/// The dialogs about one environment that a desk has open. Another one may come to be open under them, as opening a capture
/// takes its time: they are closed then, for what they show and would change is no longer there.
class OpenDialogs
{
public:
    void add(QDialog *dialog);
    /// Closes all of them unless it is the same environment, opened anew. They answer as if cancelled, and ask nothing.
    void setEnvironment(const std::optional<Environment> &environment);

private:
    QList<QPointer<QDialog>> m_dialogs;
    qint64 m_environmentId = 0;
};

} // namespace playhead
