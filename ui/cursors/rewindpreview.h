// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "ui/cursors/movereply.h"
#include "ui/cursors/movetext.h"

#include <QTimeZone>
#include <QWidget>

class QPushButton;
class QVBoxLayout;

namespace playhead {

class Card;
class HairLine;
class MiniTimeline;
class MoveFacts;
class Notice;
class ToneLabel;

/// The right side of RewindDialog: what a move would do.
class RewindPreview : public QWidget
{
    Q_OBJECT

public:
    RewindPreview(const QTimeZone &zone,
                  Instant now,
                  OrganizationNames names,
                  QWidget *parent = nullptr);

    void showHint(const QString &text); ///< Nothing to count yet.
    /// `read`: events that were read for it so far. What was shown before stands on, dim: it answers an earlier question.
    void showCounting(std::optional<quint64> read);
    void showError(const Error &error);
    /// A plan, with what is still being read or worked out for it, or why a part could not be read.
    void showReply(const MovePlan &plan, const MoveReply &reply);

    /// What is doubtful about the plan's place; goes with the plan.
    void showWarnings(const QStringList &warnings);

    /// The headline, as it is shown.
    QString headline() const;
    QPushButton *stopButton() const { return m_stop; } ///< For the tab order.

signals:
    void stopRequested(); ///< What has been read shall do.

private:
    QWidget *makeFacts();
    QString spanLine(const MovePlan &plan) const;
    QString noteOf(const MovePlan &plan) const;
    void showHeadline(const QString &text, bool isReading);
    void showLines(const MovePlan &plan, bool isLast);
    void addSummaryLines(const MovePlan &plan, bool isLast, QVBoxLayout *lines);
    /// What is shown belongs to an earlier question.
    void setOutdated(bool isOutdated);
    void showNotices(const MovePlan &plan, const QString &unreadBecause);
    void showQuiet(const QString &text);

    QTimeZone m_zone;
    Instant m_now;
    OrganizationNames m_names;
    Card *m_card;
    MiniTimeline *m_timeline;
    HairLine *m_timelineLine;
    ToneLabel *m_headline;
    QPushButton *m_stop;
    ToneLabel *m_span;
    MoveFacts *m_facts;
    ToneLabel *m_note;
    QWidget *m_lines = nullptr;
    QVBoxLayout *m_cardLayout;
    Notice *m_deletes;
    Notice *m_unread;
    Notice *m_doubt;
    Notice *m_horizon;
};

} // namespace playhead
