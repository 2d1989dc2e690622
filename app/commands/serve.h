// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/commandline.h"

#include <QObject>

#include <memory>
#include <thread>

namespace playhead {

class LocalEventsApi;
class RequestLogFile;
class TypeCatalogue;

/// `playhead serve`: the local Events API with demo events or captures, until SIGTERM or SIGINT.
class ServeCommand : public QObject
{
    Q_OBJECT

public:
    ServeCommand(ServeArguments arguments,
                 const TypeCatalogue &catalogue,
                 QObject *parent = nullptr);
    ~ServeCommand() override;

    void start();

signals:
    void finished(int exitCode);

private:
    struct Started;
    void beginServing(const std::stop_token &stop);
    void onStarted(Started &started);
    void end(int exitCode);

    ServeArguments m_arguments;
    const TypeCatalogue &m_catalogue;
    std::shared_ptr<RequestLogFile> m_log; ///< Null: none is written. Shared with the server.
    std::unique_ptr<LocalEventsApi> m_server;
    std::jthread m_starter; ///< Reads the source and starts the server, which may take seconds.
    bool m_hasEnded = false;
};

} // namespace playhead
