// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "app/commands/serve.h"

#include "app/commands/requestlogfile.h"
#include "app/console.h"
#include "app/interrupt.h"
#include "model/core/clock.h"
#include "model/server/servedconfig.h"

#include <QDir>
#include <QFileInfo>

#include <algorithm>
#include <filesystem>

using namespace Qt::StringLiterals;

namespace playhead {

namespace {

Result<ServedSource> sourceOf(const ServePlan &plan,
                              const TypeCatalogue &catalogue,
                              const std::stop_token &stop)
{
    if (!plan.captures.isEmpty()) {
        return captureSource(plan.captures, catalogue, stop);
    }
    const Instant now = std::chrono::floor<std::chrono::milliseconds>(SystemClock().now());
    return demoSource({plan.seed, plan.demoEvents, plan.demoEndAt(now)}, stop);
}

/// Also by another name: a link, or other letter case where the system does not mind it. False when one of them is not there.
bool isSameFile(const QString &a, const QString &b)
{
    std::error_code error;
    return std::filesystem::equivalent(QFileInfo(a).filesystemFilePath(),
                                       QFileInfo(b).filesystemFilePath(),
                                       error);
}

/// The file that would be lost if the request log were written over it; empty when there is none.
QString overwrittenFile(const ServeArguments &arguments)
{
    const QStringList read = arguments.plan.captures + QStringList(arguments.config);
    const auto found = std::find_if(read.begin(), read.end(), [&arguments](const QString &file) {
        return isSameFile(file, arguments.plan.requestLog);
    });
    return found == read.end() ? QString() : *found;
}

} // namespace

/// What the starting thread hands over.
struct ServeCommand::Started
{
    Result<std::unique_ptr<LocalEventsApi>> server;
    QStringList notes; ///< Of the source.
    size_t events = 0;
};

ServeCommand::ServeCommand(ServeArguments arguments,
                           const TypeCatalogue &catalogue,
                           QObject *parent)
    : QObject(parent)
    , m_arguments(std::move(arguments))
    , m_catalogue(catalogue)
{}

ServeCommand::~ServeCommand() = default;

void ServeCommand::start()
{
    // Before the ready line: whoever reads it may send the signal at once.
    auto *interrupt = new Interrupt(this);
    connect(interrupt, &Interrupt::came, this, [this] { end(kExitDone); });

    const ServePlan &plan = m_arguments.plan;
    if (const QString file = overwrittenFile(m_arguments); !file.isEmpty()) {
        printMessage(
            tr("The request log would overwrite %1, which serve reads. Choose another place "
               "with --request-log.")
                .arg(QDir::toNativeSeparators(file)));
        end(kExitWrongUsage);
        return;
    }
    if (!plan.requestLog.isEmpty()) {
        auto log = RequestLogFile::open(plan.requestLog);
        if (!log) {
            printMessage(log.error().message);
            end(kExitFailed);
            return;
        }
        m_log = std::move(*log);
    }
    m_starter = std::jthread([this](const std::stop_token &stop) { beginServing(stop); });
}

void ServeCommand::beginServing(const std::stop_token &stop)
{
    const ServePlan &plan = m_arguments.plan;
    auto started = std::make_shared<Started>();
    Result<ServedSource> source = sourceOf(plan, m_catalogue, stop);
    if (source) {
        started->notes = source->notes;
        LocalApiConfig config = servedConfig(std::move(*source), plan);
        if (m_log) {
            config.onServed = [log = m_log](const ServedRequest &request) {
                log->write(servedRequestLine(request));
            };
        }
        started->events = config.source.events.size();
        started->server = LocalEventsApi::start(std::move(config), m_catalogue, stop);
    } else {
        started->server = tl::unexpected(source.error());
    }
    QMetaObject::invokeMethod(
        this, [this, started] { onStarted(*started); }, Qt::QueuedConnection);
}

void ServeCommand::onStarted(Started &started)
{
    if (m_hasEnded) {
        return;
    }
    for (const QString &note : started.notes) {
        printMessage(note);
    }
    if (!started.server) {
        printMessage(started.server.error().message);
        end(kExitFailed);
        return;
    }
    m_server = std::move(*started.server);
    if (m_log) {
        m_log->begin();
    }
    const QByteArray ready = R"({"url":")" + m_server->url().toEncoded() + R"(","api_key":")"
                             + m_server->apiKey() + R"(","events":)"
                             + QByteArray::number(started.events) + "}\n";
    if (!writeOutput(ready)) {
        printMessage(
            tr("Standard output is closed, so nobody can learn the server's address. Stopped."));
        end(kExitFailed);
    }
}

void ServeCommand::end(int exitCode)
{
    if (m_hasEnded) {
        return;
    }
    m_hasEnded = true;
    emit finished(exitCode);
}

} // namespace playhead
