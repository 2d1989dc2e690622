// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "app/commands/export.h"

#include "app/commands/exportarguments.h"
#include "app/commands/exportselection.h"
#include "app/console.h"
#include "app/interrupt.h"
#include "model/captures/capturestore.h"
#include "model/events/eventstore.h"
#include "model/events/filterparser.h"

#include <QElapsedTimer>
#include <QTimer>

using namespace Qt::StringLiterals;

namespace playhead {

namespace {

constexpr qint64 kTellIntervalMs = 100;

/// Shows how far the filter is, not too often.
class Telling
{
public:
    explicit Telling(quint32 events)
        : m_events(events)
    {
        m_sinceTold.start();
    }
    void tested(quint32 count)
    {
        if (m_sinceTold.elapsed() >= kTellIntervalMs) {
            m_sinceTold.start();
            showProgress(ExportCommand::tr("%1 of %2 events looked at")
                             .arg(QString::number(count), QString::number(m_events)));
        }
    }

private:
    quint32 m_events;
    QElapsedTimer m_sinceTold;
};

tl::unexpected<Error> interrupted()
{
    return failure(ErrorCode::Cancelled,
                   ExportCommand::tr(
                       "Interrupted, so nothing was kept. Run the same command again."));
}

} // namespace

ExportCommand::ExportCommand(ExportArguments arguments,
                             const TypeCatalogue &catalogue,
                             QObject *parent)
    : QObject(parent)
    , m_arguments(std::move(arguments))
    , m_catalogue(catalogue)
{}

void ExportCommand::start()
{
    const Interrupt interrupt;
    const Status done = run();
    showProgress({});
    if (!done) {
        printMessage(done.error().message);
    }
    emit finished(done ? kExitDone : exitCodeOf(done.error().code));
}

Status ExportCommand::run()
{
    const auto filter = parseFilter(m_arguments.filter);
    if (!filter) {
        return tl::unexpected(filterMistakeError(filter.error(), m_arguments.filter));
    }
    const auto source = openExportSource(m_arguments, exportNeeds(*filter), m_catalogue);
    if (!source) {
        return Interrupt::hasCome() ? interrupted() : tl::unexpected(source.error());
    }
    Telling telling(source->events.rowCount());
    const auto rows = exportedRows(*source, *filter, [&telling](quint32 tested) {
        telling.tested(tested);
        return !Interrupt::hasCome();
    });
    if (!rows) {
        return tl::unexpected(filterMistakeError(rows.error(), m_arguments.filter));
    }
    if (Interrupt::hasCome()) {
        return interrupted();
    }
    if (!source->notice.isEmpty()) {
        printMessage(source->notice);
    }
    const Result<EventOutput> output = EventOutput::prepare(m_arguments.outputPath);
    if (!output) {
        return tl::unexpected(output.error());
    }
    const Status written = write({source->events, *rows, m_arguments.format}, *output);
    if (!written) {
        output->discard();
    }
    return written;
}

Status ExportCommand::write(const CaptureJob &job, const EventOutput &output) const
{
    const auto tell = [count = QString::number(job.rows.size())](quint64 written) {
        showProgress(tr("%1 of %2 events written").arg(QString::number(written), count));
    };
    const Status written = output.writeAll(job, tell);
    if (!written) {
        return written.error().code == ErrorCode::Cancelled ? interrupted() : written;
    }
    if (isErrorTerminal()) {
        printMessage(tr("Events written: %1.").arg(job.rows.size()));
    }
    return {};
}

} // namespace playhead
