// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "app/commands/cursor.h"

#include "app/commands/cursorstand.h"
#include "app/console.h"
#include "app/interrupt.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace playhead {

CursorCommand::CursorCommand(CursorArguments arguments,
                             const TypeCatalogue &catalogue,
                             QObject *parent)
    : QObject(parent)
    , m_arguments(std::move(arguments))
    , m_catalogue(catalogue)
{}

CursorCommand::~CursorCommand() = default;

void CursorCommand::start()
{
    auto *interrupt = new Interrupt(this);
    connect(interrupt, &Interrupt::came, this, [this] {
        end(failure(ErrorCode::Cancelled, tr("Interrupted; no cursor was changed.")));
    });
    const QList<CursorVerb> &verbs = cursorVerbs();
    const auto verb = std::find_if(verbs.cbegin(), verbs.cend(), [this](const CursorVerb &known) {
        return known.name == m_arguments.verb;
    });
    auto stand = CursorStand::open(m_arguments.given, m_catalogue);
    if (!stand) {
        end(tl::unexpected(stand.error()));
        return;
    }
    m_stand = std::move(*stand);
    verb->run(*m_stand, m_arguments.given, [this](const Result<CursorReport> &report) {
        end(report);
    });
}

void CursorCommand::end(const Result<CursorReport> &report)
{
    if (m_isEnded) {
        return;
    }
    m_isEnded = true;
    showProgress({});
    if (!report) {
        printMessage(report.error().message);
        emit finished(exitCodeOf(report.error().code));
        return;
    }
    for (const QString &notice : report->notices) {
        printMessage(notice);
    }
    const bool isWritten = writeOutput(report->output);
    emit finished(!isWritten        ? kExitFailed
                  : report->shortOf ? exitCodeOf(*report->shortOf)
                                    : kExitDone);
}

} // namespace playhead
