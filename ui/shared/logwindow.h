// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QWidget>

#include <functional>

class QHBoxLayout;
class QSplitter;
class QStackedWidget;
class QTableView;

namespace playhead {

class Band;
class ElidedLabel;
class ToneLabel;

/// A window beside the main window that shows a log: a head, and beneath it the table over the selected row in full, or a word
/// while there is nothing. Esc closes it.
class LogWindow : public QWidget
{
    Q_OBJECT

public:
    explicit LogWindow(QWidget *parent = nullptr);

signals:
    void copied(const QString &text); ///< For the clipboard.

protected:
    /// What stands at the right of the head comes into this row, behind the title and the counts.
    QHBoxLayout *headRow();
    QWidget *head();
    ElidedLabel &title() { return *m_title; }
    ToneLabel &counts() { return *m_counts; }
    /// Copy Row (Ctrl+C) and Copy as cURL, in the table by the right mouse button and by keys.
    void addCopyActions(QTableView *table,
                        const std::function<void()> &copyRow,
                        const std::function<void()> &copyCurl);
    /// Takes the parts beneath the head: the word or the log.
    void compose(QWidget *empty, QWidget *log);
    /// The table over `detail`, `detailHeight` high in the design's px, with a handle between them.
    QSplitter *makeSplit(QTableView *table, QWidget *detail, int detailHeight);
    void showLog(bool isShown); ///< Else the word.

    void keyPressEvent(QKeyEvent *event) override;

private:
    Band *m_head;
    ElidedLabel *m_title;
    ToneLabel *m_counts;
    QStackedWidget *m_pages;
};

/// The word on an empty log: a title, a text that wraps, and room for what else belongs there.
class EmptyLog : public QWidget
{
    Q_OBJECT

public:
    explicit EmptyLog(QWidget *parent = nullptr);

    void setWords(const QString &title, const QString &text);
    void add(QWidget *widget, Qt::Alignment alignment = {}); ///< Beneath the text.

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    ToneLabel *m_title;
    ToneLabel *m_text;
};

} // namespace playhead
