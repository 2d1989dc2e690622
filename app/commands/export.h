// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/commandline.h"
#include "app/commands/eventoutput.h"

#include <QObject>

namespace playhead {

/// `playhead export`: writes stored events, or those of a capture, that match a filter. Reads only.
class ExportCommand : public QObject
{
    Q_OBJECT

public:
    /// The catalogue must outlive the command.
    ExportCommand(ExportArguments arguments,
                  const TypeCatalogue &catalogue,
                  QObject *parent = nullptr);

    /// Does everything before it returns; an interrupt is heard in between.
    void start();

signals:
    void finished(int exitCode);

private:
    Status run();
    Status write(const CaptureJob &job, const EventOutput &output) const;

    ExportArguments m_arguments;
    const TypeCatalogue &m_catalogue;
};

} // namespace playhead
