// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/commandline.h"
#include "model/cursors/cursor.h"
#include "model/events/eventsnapshot.h"
#include "model/events/filtercontext.h"

#include <memory>

namespace playhead {

class CaptureStore;
class EventStore;

/// The events that an export reads, and what a filter needs to know about them.
struct ExportSource
{
    std::unique_ptr<EventStore> store; ///< Or capture: what `events` are of.
    std::unique_ptr<CaptureStore> capture;
    EventSnapshot events; ///< In their order of storing.
    FilterContext context; ///< Without freshness and the names of organizations.
    QHash<OrganizationId, QString> aliases; ///< Of organizations.
    QString notice; ///< For standard error; empty = nothing to tell.
};

/// What is opened for reading beside the events, because the filter asks for it.
struct ExportNeeds
{
    bool cursors = false;
    bool organizationNames = false;
};

/// Opens the stored events of an environment (read-only: another Playhead may be writing them) or a capture. NotFound for
/// an environment, a folder or a file that does not exist; Cancelled when an interrupt came. The catalogue outlives it.
Result<ExportSource> openExportSource(const ExportArguments &arguments,
                                      const ExportNeeds &needs,
                                      const TypeCatalogue &catalogue);

} // namespace playhead
