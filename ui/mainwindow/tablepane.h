// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QList>
#include <QString>
#include <QWidget>

class QLabel;
class QStackedLayout;

namespace playhead {

class InlineMessage;

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
    bool isLoading = false; ///< Nothing to say yet: rows of grey bars.

    bool operator==(const EmptyState &) const = default;
};

/// The middle of the window: the message strip, and under it the table or a word on why it is empty.
class TablePane : public QWidget
{
    Q_OBJECT

public:
    /// Takes the table as its child.
    explicit TablePane(QWidget *table, QWidget *parent = nullptr);

    InlineMessage &strip() { return *m_strip; }
    /// Beneath strip(): what is wrong with the active cursor.
    InlineMessage &lostStrip() { return *m_lostStrip; }
    void showTable();
    void showEmpty(const EmptyState &state);
    bool isTableShown() const;

signals:
    void chosen(const QString &id); ///< A button of the empty state.

private:
    InlineMessage *m_strip;
    InlineMessage *m_lostStrip;
    QWidget *m_table;
    QWidget *m_empty;
    QStackedLayout *m_stack;
};

} // namespace playhead
