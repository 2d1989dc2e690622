// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "app/commands/serve.h"

#include "app/console.h"
#include "app/interrupt.h"
#include "model/core/clock.h"
#include "model/server/demoserver.h"

using namespace Qt::StringLiterals;

namespace playhead {

ServeCommand::ServeCommand(const ServeArguments &arguments,
                           const TypeCatalogue &catalogue,
                           QObject *parent)
    : QObject(parent)
    , m_arguments(arguments)
    , m_catalogue(catalogue)
{}

ServeCommand::~ServeCommand() = default;

void ServeCommand::start()
{
    // Before the ready line: whoever reads it may send the signal at once.
    auto *interrupt = new Interrupt(this);
    connect(interrupt, &Interrupt::came, this, [this] {
        m_server.reset();
        emit finished(kExitDone);
    });

    const Instant now = std::chrono::floor<std::chrono::milliseconds>(SystemClock().now());
    const DemoPlan plan{m_arguments.seed,
                        m_arguments.demoEvents,
                        m_arguments.end ? m_arguments.end->at(now) : now};
    LocalApiConfig config = demoConfig(plan);
    config.port = m_arguments.port;
    config.latencyMs = m_arguments.latencyMs;
    auto server = LocalEventsApi::start(std::move(config), m_catalogue);
    if (!server) {
        printMessage(server.error().message);
        emit finished(kExitFailed);
        return;
    }
    m_server = std::move(*server);

    const QByteArray ready = R"({"url":")" + m_server->url().toEncoded() + R"(","api_key":")"
                             + m_server->apiKey() + R"(","events":)"
                             + QByteArray::number(m_arguments.demoEvents) + "}\n";
    if (!writeOutput(ready)) {
        printMessage(
            tr("Standard output is closed, so nobody can learn the server's address. Stopped."));
        emit finished(kExitFailed);
    }
}

} // namespace playhead
