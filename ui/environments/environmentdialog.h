// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/environments/environment.h"

#include <QDialog>
#include <QStringList>

#include <memory>

namespace playhead {

struct EnvironmentDialogContext
{
    QStringList takenNames; ///< Names of the other environments.
    bool hasKeyInMemory =
        false; ///< A key was typed for this environment before; it stays when the field is left empty.
    bool isVariableSet = false; ///< WORKOS_API_KEY has a value.
};

/// Makes an environment (id 0) or edits one. The key leaves only through saved(). Call open().
class EnvironmentDialog : public QDialog
{
    Q_OBJECT

public:
    EnvironmentDialog(const Environment &environment,
                      const EnvironmentDialogContext &context,
                      QWidget *parent = nullptr);
    ~EnvironmentDialog() override;

    /// "Change key…": puts the focus into the key field.
    void focusKey();
    /// Shows why what was saved() could not be stored. Connect EnvironmentBook::failed before closing the dialog.
    void showError(const QString &message);

signals:
    /// `typedKey` is empty when none was typed. The dialog closes itself.
    void saved(const playhead::Environment &environment, const QByteArray &typedKey);

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace playhead
