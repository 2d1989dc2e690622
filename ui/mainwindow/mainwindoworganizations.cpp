// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/events/eventtablemodel.h"
#include "ui/mainwindow/mainwindow_p.h"
#include "ui/sidebar/organizationnamedialog.h"
#include "ui/sidebar/sidebarpane.h"

namespace playhead {

void MainWindow::Private::wireOrganizations()
{
    connect(&frame->sidebar(),
            &SidebarPane::nameOrganizationRequested,
            q,
            [this](const OrganizationId &organization) {
                auto *dialog =
                    new OrganizationNameDialog(organization,
                                               parts.events.organizationAlias(organization),
                                               parts.events.storedOrganizationName(organization),
                                               q);
                dialog->setAttribute(Qt::WA_DeleteOnClose);
                connect(dialog, &OrganizationNameDialog::named, q, &MainWindow::organizationNamed);
                dialog->open();
            });
}

} // namespace playhead
