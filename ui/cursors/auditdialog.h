// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/cursors/safetyaudit.h"

#include <QDialog>
#include <QTimeZone>

#include <functional>
#include <memory>

namespace playhead {

struct AuditDialogContext
{
    QTimeZone zone = QTimeZone::systemTimeZone();
    Instant now{};
    bool isHeldBack = true; ///< See AuditSettings.
    /// Its name; empty = none is known.
    std::function<QString(const OrganizationId &)> organizationName;
};

/// Asks how far before a cursor is read again, says how that goes, and names the events that a consumer with this cursor
/// never saw. It stands beside the window, which stays usable: call show().
class AuditDialog : public QDialog
{
    Q_OBJECT

public:
    AuditDialog(const Cursor &cursor, AuditDialogContext context, QWidget *parent = nullptr);
    ~AuditDialog() override;

    void showProgress(quint64 events);
    void showReport(const AuditReport &report);
    /// The cursor changed meanwhile, or is back: the head names it as it is, and a result says where it was audited.
    void setCursor(const Cursor &cursor);
    void setGone(); ///< It was deleted meanwhile: nothing can be audited until setCursor().
    void showFailure(const Error &error); ///< Cancelled goes back to the question.

    /// While it reads: stops that, as its Stop button.
    void reject() override;

signals:
    void auditRequested(const playhead::AuditSettings &settings);
    void cancelRequested();
    void eventChosen(const playhead::EventId &id); ///< To be shown in the table.
    void recoverRequested(); ///< The cursor is lost.
    void rewindRequested(const playhead::AuditReport &report); ///< To its suggestion.

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace playhead
