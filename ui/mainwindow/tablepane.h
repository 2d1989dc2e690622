// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QList>
#include <QString>
#include <QWidget>

class QStackedLayout;
class QTableView;

namespace playhead {

class InlineMessage;
class SkeletonRows;

/// What stands in the table's place when it has no rows (design, section 11).
struct EmptyState
{
    struct Choice
    {
        QString id;
        QString text;
        QString iconName;
        bool operator==(const Choice &) const = default;
    };
    QString iconName;
    QString title;
    QString text;
    QList<Choice> choices;

    bool operator==(const EmptyState &) const = default;
};

/// The middle of the window: the message strip, and under it the table or a word on why it is empty.
class TablePane : public QWidget
{
    Q_OBJECT

public:
    /// Takes the table as its child.
    explicit TablePane(QTableView *table, QWidget *parent = nullptr);

    InlineMessage &strip() { return *m_strip; }
    /// How reading a capture goes, and what was found in it.
    InlineMessage &captureStrip() { return *m_captureStrip; }
    /// What keeps the live tail from going on.
    InlineMessage &tailStrip() { return *m_tailStrip; }
    /// Beneath strip(): what is wrong with the active cursor.
    InlineMessage &lostStrip() { return *m_lostStrip; }
    /// Beneath strip(): what another Playhead did with cursors.
    InlineMessage &elsewhereStrip() { return *m_elsewhereStrip; }
    /// The table; while events are `awaited`, grey bars stand beneath its rows.
    void showTable(bool isAwaited);
    void showEmpty(const EmptyState &state);
    bool isTableShown() const;
    QSize minimumSizeHint() const override;

signals:
    void chosen(const QString &id); ///< A button of the empty state.
    void roomFreed(); ///< The pane needs less height than before: a message went.

protected:
    bool event(QEvent *event) override;

private:
    void showPage(QWidget *page);

    InlineMessage *m_strip;
    InlineMessage *m_tailStrip;
    InlineMessage *m_captureStrip;
    InlineMessage *m_lostStrip;
    InlineMessage *m_elsewhereStrip;
    QTableView *m_table;
    SkeletonRows *m_skeleton;
    QWidget *m_empty;
    QStackedLayout *m_stack;
    int m_leastHeight = 0;
};

} // namespace playhead
