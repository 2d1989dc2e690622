// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/cursors/rewind.h"

#include <QTimeZone>
#include <QWidget>

class QVBoxLayout;

namespace playhead {

class Card;
class MiniTimeline;
class Notice;
class ToneLabel;

/// The right side of RewindDialog: what a move would do.
class RewindPreview : public QWidget
{
    Q_OBJECT

public:
    RewindPreview(const QTimeZone &zone, Instant now, QWidget *parent = nullptr);

    void showHint(const QString &text); ///< Nothing to count yet.
    void showCounting();
    void showError(const Error &error);
    void showPlan(const MovePlan &plan);

    /// The headline, as it is shown.
    QString headline() const;

private:
    QString spanLine(const MovePlan &plan) const;
    QString placeLine(const MovePlan &plan) const;
    void showFamilies(const MovePlan &plan);
    void showNotices(const MovePlan &plan);
    void showQuiet(const QString &text);

    QTimeZone m_zone;
    Instant m_now;
    Card *m_card;
    MiniTimeline *m_timeline;
    QWidget *m_timelineLine;
    ToneLabel *m_headline;
    ToneLabel *m_span;
    ToneLabel *m_place;
    QWidget *m_families = nullptr;
    QVBoxLayout *m_cardLayout;
    Notice *m_deletes;
    Notice *m_horizon;
};

/// `31 updated, 11 user added, 4 deleted`: a family's types by what happened, the most frequent first.
QString breakdownText(const std::vector<TypeMoveCount> &types, Family family);

} // namespace playhead
