// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/events/eventtablemodel.h"

#include <QSet>
#include <QWidget>

#include <memory>

namespace playhead {

class FacetView;

/// The sidebar's section of organizations: checks with counts, found by name or id, named by F2. Takes what room the
/// other sections leave, and at least five rows.
class OrganizationSection : public QWidget
{
    Q_OBJECT

public:
    explicit OrganizationSection(QWidget *parent = nullptr);
    ~OrganizationSection() override;

    void setOrganizations(const QList<FacetCounts::OrganizationCount> &organizations,
                          const QSet<OrganizationId> &hidden);
    FacetView &view();

signals:
    void hiddenOrganizationsEdited(const QSet<playhead::OrganizationId> &hidden);
    /// A person wants to give it a name.
    void nameRequested(const playhead::OrganizationId &organization);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace playhead
