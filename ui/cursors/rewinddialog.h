// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/cursors/rewind.h"
#include "ui/cursors/offeredplace.h"

#include <QDialog>
#include <QTimeZone>

#include <functional>
#include <memory>
#include <optional>

namespace playhead {

/// Works out a move elsewhere and answers later (or at once) on the window's thread. An answer that comes after a newer
/// question is dropped by the dialog.
using MovePlanner =
    std::function<void(const MoveTarget &target, std::function<void(Result<MovePlan>)> answer)>;

struct RewindDialogContext
{
    std::optional<Lag> lag; ///< Of the cursor where it stands now.
    QTimeZone zone = QTimeZone::systemTimeZone();
    Instant now{};
    bool isProduction = false; ///< Cancel is then the default button.
    QList<OfferedPlace> places; ///< The environment's other cursors.
};

/// Asks where a cursor shall go, shows what would be read again or skipped, and hands back the plan. Nothing moves
/// before accepted(). Call open().
class RewindDialog : public QDialog
{
    Q_OBJECT

public:
    RewindDialog(const Cursor &cursor,
                 MovePlanner planner,
                 const RewindDialogContext &context,
                 QWidget *parent = nullptr);
    ~RewindDialog() override;

    /// Fills the form in ("Rewind here", "Set cursor here", a changed place in CursorDialog).
    void setTarget(const MoveTarget &target);
    /// The cursor changed meanwhile: shows it and plans again.
    void setCursor(const Cursor &cursor, const std::optional<Lag> &lag);
    /// More events are stored, or more is covered: plans again.
    void planAgain();

signals:
    void accepted(const playhead::MovePlan &plan, const QString &reason);
    void historyRequested(qint64 cursorId); ///< The History button.

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace playhead
