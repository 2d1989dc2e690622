// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "ui/cursors/movereply.h"
#include "ui/cursors/movetext.h"
#include "ui/cursors/offeredplace.h"

#include <QDialog>
#include <QStringList>
#include <QTimeZone>

#include <functional>
#include <memory>
#include <optional>

namespace playhead {

struct RewindDialogContext
{
    std::optional<Lag> lag; ///< Of the cursor where it stands now.
    QTimeZone zone = QTimeZone::systemTimeZone();
    Instant now{};
    bool isProduction = false; ///< Cancel is then the default button.
    QList<OfferedPlace> places; ///< The environment's saved places and other cursors.
    std::optional<AfterEvent> picked; ///< The event that is selected in the table.
    OrganizationNames organizationName;
    /// What is doubtful about a place where the cursor would stand, a sentence each; empty = nothing.
    std::function<QStringList(const CursorPosition &)> warnings;
};

/// Asks where a cursor shall go, shows what would be read again or skipped, and hands back the plan. Nothing moves
/// before moveWanted(), and the dialog stays open until the move is stored. Call open().
class RewindDialog : public QDialog
{
    Q_OBJECT

public:
    /// `reader` is asked for each way that is filled in.
    RewindDialog(const Cursor &cursor,
                 MoveReader reader,
                 const RewindDialogContext &context,
                 QWidget *parent = nullptr);
    ~RewindDialog() override;

    /// Fills the form in ("Rewind here", "Set cursor here", a changed place in CursorDialog).
    void setTarget(const MoveTarget &target);
    /// The cursor changed meanwhile, or is back: says so when it stands elsewhere, and plans again.
    void setCursor(const Cursor &cursor, const std::optional<Lag> &lag);
    /// The cursor was deleted meanwhile: says so; nothing can be applied until it is back.
    void setGone();
    bool isGone() const;
    /// Says why what was wanted was not stored; the form and the reason stay, and it can be tried again.
    void showRefusal(const Error &error);
    /// Saved places or other cursors changed meanwhile.
    void setPlaces(const QList<OfferedPlace> &places);

signals:
    /// The move is to be stored. The dialog waits: call accept() when it is, or showRefusal().
    void moveWanted(const playhead::MovePlan &plan, const QString &reason);
    void historyRequested(qint64 cursorId); ///< The History button.

protected:
    bool focusNextPrevChild(bool next) override;

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace playhead
