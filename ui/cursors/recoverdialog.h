// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "ui/cursors/offeredplace.h"
#include "ui/cursors/rewinddialog.h"

namespace playhead {

struct RecoverDialogContext
{
    Instant horizon{}; ///< The oldest moment that WorkOS still keeps.
    QTimeZone zone = QTimeZone::systemTimeZone();
    Instant now{};
    bool isProduction = false; ///< Cancel is then the default button.
    std::optional<OfferedPlace>
        saved; ///< The newest one that can still be read from; see setSavedPlace().
    std::optional<EventId>
        newest; ///< The newest stored event of the cursor's own types and organization.
};

/// Offers new places for a cursor whose event WorkOS does not keep any more: the oldest event kept, the newest saved
/// place, a time, now; each with what lies ahead of it. Hands back the plan like RewindDialog; nothing moves before
/// accepted(). Call open().
class RecoverDialog : public QDialog
{
    Q_OBJECT

public:
    RecoverDialog(const Cursor &cursor,
                  MovePlanner planner,
                  const RecoverDialogContext &context,
                  QWidget *parent = nullptr);
    ~RecoverDialog() override;

    /// Known better, for instance with the places of the cursor's own history.
    void setSavedPlace(const std::optional<OfferedPlace> &place);
    /// The cursor changed meanwhile: plans again. Its lag is not shown here.
    void setCursor(const Cursor &cursor, const std::optional<Lag> &lag);
    /// More events are stored, or more is covered: plans again.
    void planAgain();

signals:
    void accepted(const playhead::MovePlan &plan, const QString &reason);

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace playhead
