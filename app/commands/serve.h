// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/commandline.h"

#include <QObject>

#include <memory>

namespace playhead {

class LocalEventsApi;
class TypeCatalogue;

/// `playhead serve`: the local Events API with demo events, until SIGTERM or SIGINT.
class ServeCommand : public QObject
{
    Q_OBJECT

public:
    ServeCommand(const ServeArguments &arguments,
                 const TypeCatalogue &catalogue,
                 QObject *parent = nullptr);
    ~ServeCommand() override;

    void start();

signals:
    void finished(int exitCode);

private:
    ServeArguments m_arguments;
    const TypeCatalogue &m_catalogue;
    std::unique_ptr<LocalEventsApi> m_server;
};

} // namespace playhead
