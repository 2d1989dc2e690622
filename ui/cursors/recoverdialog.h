// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/cursors/recoveryplan.h"

#include <QDialog>
#include <QTimeZone>

#include <functional>
#include <memory>
#include <optional>

namespace playhead {

/// Finds a place elsewhere and answers later (or at once) on the window's thread. `way` numbers the question: a newer one of
/// the same number takes the place of the one before, of which an answer that still comes is dropped.
using RecoveryFinder = std::function<void(
    size_t way, const RecoveryRequest &request, std::function<void(Result<RecoveryPlan>)> answer)>;

struct RecoverDialogContext
{
    Instant horizon{}; ///< The oldest moment that WorkOS still keeps.
    QTimeZone zone = QTimeZone::systemTimeZone();
    Instant now{};
    bool isProduction = false; ///< Cancel is then the default button.
    bool isHeldBack = true; ///< See RecoveryRequest.
    std::optional<KnownPlace>
        saved; ///< The newest one that can still be read from; see setSavedPlace().
    QStringList takenNames; ///< For a new cursor.
    bool isUnknown = false; ///< A read said that the server does not know the cursor's event.
};

/// Offers new places for a cursor whose event WorkOS does not keep any more, or for a consumer that threw its cursor away:
/// the oldest event kept, the newest saved place, a time, an object that the consumer stores, ids from its log, now. Each
/// says what lies ahead of it; the chosen one also what comes again, what is gone for good, and whether it is proven that
/// nothing is lost. Only for the chosen way is read what is not stored. Nothing moves before accepted(). Call open().
class RecoverDialog : public QDialog
{
    Q_OBJECT

public:
    /// A cursor with id 0 is to be made: its environment, types and organization are given, its name is asked for.
    RecoverDialog(const Cursor &cursor,
                  RecoveryFinder finder,
                  const RecoverDialogContext &context,
                  QWidget *parent = nullptr);
    ~RecoverDialog() override;

    /// Known better, for instance with the places of the cursor's own history.
    void setSavedPlace(const std::optional<KnownPlace> &place);
    /// The cursor changed meanwhile, or is back: says so when it stands elsewhere, and looks again.
    void setCursor(const Cursor &cursor);
    /// The cursor was deleted meanwhile: says so; nothing can be applied until setCursor().
    void setGone();
    /// Events read for the chosen way until now; told by whoever reads for the finder.
    void showProgress(size_t way, quint64 events);
    /// What was accepted could not be stored: says why, and all that was typed stays.
    void showRefusal(const Error &error);
    /// More events are stored, or more is covered: looks again.
    void findAgain();

signals:
    /// To be applied; of a request without a stored cursor, to be created. `reason` is never empty. The dialog stays until it is closed by accept(), or
    /// showRefusal() is called.
    void accepted(const playhead::RecoveryPlan &plan, const QString &reason);

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace playhead
