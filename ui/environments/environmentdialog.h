// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/api/keyprobe.h"
#include "ui/environments/environmentform.h"

#include <QDialog>

class QPushButton;

namespace playhead {

/// Makes an environment (id 0) or edits one. The key leaves only through saved() and testRequested(). Call open().
class EnvironmentDialog : public QDialog
{
    Q_OBJECT

public:
    EnvironmentDialog(const Environment &environment,
                      const EnvironmentDialogContext &context,
                      QWidget *parent = nullptr);

    /// "Change key…": puts the focus into the key field.
    void focusKey();
    /// The answer to testRequested(); dropped when no test is awaited any more.
    void showTestResult(const Result<KeyAnswer> &answer);

    void done(int result) override;

signals:
    /// `typedKey` is empty when none was typed. The dialog closes itself.
    void saved(const playhead::Environment &environment, const QByteArray &typedKey);
    /// Ask the environment's server with this key, or with the one that is kept for it when none was typed; store nothing.
    void testRequested(const playhead::Environment &environment, const QByteArray &typedKey);
    /// The answer is of no use any more: key or address changed, or the dialog closes.
    void testCancelled();

private:
    void requestTest();
    void dropTest();
    void enableButtons();
    void store();

    EnvironmentForm *m_form;
    QPushButton *m_test; ///< Hidden for the demo.
    QPushButton *m_save;
    QUrl m_asked; ///< Where the awaited test asks.
    bool m_isAsking = false;
};

} // namespace playhead
