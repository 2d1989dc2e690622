// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/core/ids.h"
#include "ui/mainwindow/pickerbutton.h"

#include <QList>

class QLineEdit;
class QListWidget;
class QListWidgetItem;

namespace playhead {

/// An organization that stored events know.
struct KnownOrganization
{
    OrganizationId id;
    QString name; ///< Empty when no stored event tells it.
    bool operator==(const KnownOrganization &) const = default;
};

/// Picks the one organization that is asked for (the API takes one), or all. An id that no stored event has can be pasted.
class OrganizationPicker : public PickerButton
{
    Q_OBJECT

public:
    explicit OrganizationPicker(QWidget *parent = nullptr);

    void setOrganization(const OrganizationId &id); ///< Empty = all organizations.
    void setKnown(const QList<KnownOrganization> &known);

signals:
    void picked(const playhead::OrganizationId &id);

private:
    void fill();
    void choose(const QListWidgetItem *item);
    QString nameOf(const OrganizationId &id) const;

    QLineEdit *m_search;
    QListWidget *m_list;
    QList<KnownOrganization> m_known;
    OrganizationId m_organization;
};

} // namespace playhead
