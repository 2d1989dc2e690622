// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/core/ids.h"

#include <QDialog>

class QLineEdit;

namespace playhead {

/// Asks what an organization shall be called in this environment (semantics 11). Call open().
class OrganizationNameDialog : public QDialog
{
    Q_OBJECT

public:
    /// `alias` is the name given before, `storedName` what stored events tell; either may be empty.
    OrganizationNameDialog(const OrganizationId &organization,
                           const QString &alias,
                           const QString &storedName,
                           QWidget *parent = nullptr);

signals:
    /// The dialog closes itself. An empty `alias` takes the name away.
    void named(const playhead::OrganizationId &organization, const QString &alias);

private:
    QLineEdit *m_name;
};

} // namespace playhead
