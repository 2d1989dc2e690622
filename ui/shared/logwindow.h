// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QWidget>

class QSplitter;
class QStackedWidget;
class QTableView;

namespace playhead {

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
    /// Takes the parts, top to bottom: `head`, and `empty` or `log`.
    void compose(QWidget *head, QWidget *empty, QWidget *log);
    /// The table over `detail`, `detailHeight` high in the design's px, with a handle between them.
    QSplitter *makeSplit(QTableView *table, QWidget *detail, int detailHeight);
    void showLog(bool isShown); ///< Else the word.

    void keyPressEvent(QKeyEvent *event) override;

private:
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
