// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "ui/cursors/recoverdialog.h"

#include <QWidget>

namespace playhead {

class Notice;
class ToneLabel;

/// What RecoverDialog says of the chosen way: how reading for it goes, whether anything is lost, what the move reads again
/// or skips, what is gone for good, and why it could not be stored.
class RecoverResult : public QWidget
{
    Q_OBJECT

public:
    RecoverResult(const RecoverDialogContext &context, bool isNew, QWidget *parent = nullptr);

    /// Events read until now; empty = nothing is read.
    void showReading(const std::optional<quint64> &read);
    /// nullptr: nothing can be applied. `saysGone`: with what is gone for good.
    void showPlan(const RecoveryPlan *plan, bool saysGone);
    void showRefusal(const QString &text); ///< Empty = none.

signals:
    void stopRequested();

private:
    Notice *addNotice(const QString &objectName);

    RecoverDialogContext m_context;
    QWidget *m_reading;
    ToneLabel *m_readingText;
    Notice *m_outcome;
    Notice *m_moved; ///< What the move reads again or skips.
    Notice *m_gone;
    Notice *m_refusal;
};

} // namespace playhead
