// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QDialog>

class QLineEdit;
class QPushButton;

namespace playhead {

class FieldProblem;

/// Asks for the path whose values a new column shall show. Call open().
class PathColumnDialog : public QDialog
{
    Q_OBJECT

public:
    /// `seen`: the paths that are offered while one is typed.
    explicit PathColumnDialog(const QStringList &seen, QWidget *parent = nullptr);

signals:
    void chosen(
        const QString &path); ///< One that parseFilterPath() reads; the dialog closes itself.

private:
    void check();

    QLineEdit *m_path;
    FieldProblem *m_problem;
    QPushButton *m_add;
};

} // namespace playhead
