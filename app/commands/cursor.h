// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/commandline.h"
#include "app/commands/cursorverb.h"

#include <QObject>

#include <memory>

namespace playhead {

/// `playhead cursor`: runs one of its sub-verbs on an environment.
class CursorCommand : public QObject
{
    Q_OBJECT

public:
    /// The catalogue must outlive the command.
    CursorCommand(CursorArguments arguments,
                  const TypeCatalogue &catalogue,
                  QObject *parent = nullptr);
    ~CursorCommand() override;

    void start();

signals:
    void finished(int exitCode);

private:
    void end(const Result<CursorReport> &report);

    CursorArguments m_arguments;
    const TypeCatalogue &m_catalogue;
    std::unique_ptr<CursorStand> m_stand;
    bool m_isEnded = false;
};

} // namespace playhead
