// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "ui/cursors/auditdialog.h"

#include <QWidget>

class QPushButton;
class QStandardItemModel;
class QVBoxLayout;

namespace playhead {

class PlainTable;

/// What an audit found out, in AuditDialog: the outcome, the missed events, warnings, and what could not be told.
class AuditResult : public QWidget
{
    Q_OBJECT

public:
    /// `context` outlives it.
    explicit AuditResult(const AuditDialogContext &context, QWidget *parent = nullptr);

    void setReport(const AuditReport &report);

signals:
    void eventChosen(const playhead::EventId &id);

private:
    QWidget *makeList();
    void addNotices(const AuditReport &report);
    void addOutcome(const AuditReport &report);
    void addUntold(const AuditReport &report);
    void listEvents(const AuditReport &report);
    void addEvent(const MissedEvent &event, bool isMaybe);
    QString span(const TimeRange &range) const;
    void choose();

    const AuditDialogContext &m_context;
    QVBoxLayout *m_notices;
    QStandardItemModel *m_events = nullptr;
    PlainTable *m_table = nullptr;
    QPushButton *m_show = nullptr;
    QWidget *m_list; ///< Holds the three; made last.
};

} // namespace playhead
