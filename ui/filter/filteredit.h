// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/events/filterexpression.h"

#include <QLineEdit>
#include <QPointer>

#include <functional>
#include <optional>

class QMenu;
class QToolButton;

namespace playhead {

class CompletionPopup;
struct FilterCompletion;

/// The field of the filter row, with the words of the language in colours: search mark, clear button, and the shortcut as a
/// hint while it is empty. Offers what its completer knows in a list below it, which never takes the keyboard. Keeps to one
/// line: line breaks that come in become spaces.
class FilterEdit : public QLineEdit
{
    Q_OBJECT

public:
    static constexpr int kIconLeft =
        9; ///< Of the search mark, from the field's edge (design, section 2).

    explicit FilterEdit(QWidget *parent = nullptr);
    ~FilterEdit() override;

    /// What stands in the empty field; `example` in the font of filters.
    void setHint(const QString &hint, const QString &example = {});
    /// Underlines it and frames the field; `spoken` is the field's description for screen readers. Empty = there is none.
    void setMistake(const std::optional<FilterError> &mistake, const QString &spoken = {});
    using Completer = std::function<FilterCompletion(const QString &text, int caret)>;
    void setCompleter(Completer completer) { m_completer = std::move(completer); }
    /// Another text for a person's order: undo takes it back in one step. Nothing is edited (QLineEdit::textEdited).
    void replaceText(const QString &text);
    /// Whole filters for the empty field, the newest first.
    void setRecents(const QStringList &recents) { m_recents = recents; }
    CompletionPopup *popup() const;
    /// The context menu; the caller's from then on.
    QMenu *createMenu();
    /// Fills the context menu's end.
    void setMenuFiller(std::function<void(QMenu *)> fill) { m_fillMenu = std::move(fill); }

public slots:
    /// Opens the list of what could be written at the caret.
    void offerCompletion();
    /// What the completer knows has changed: an open list shows it, unless something is chosen in it.
    void refreshCompletion();

signals:
    void leaveRequested(); ///< Esc in the empty field.
    void completionWanted(); ///< A person writes: what the completer knows should be up to date.

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void dropEvent(QDropEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void inputMethodEvent(QInputMethodEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    QRectF shortcutChip() const;
    void keepTextFree();
    void colour();
    void paintHint(QPainter *painter) const;
    void paintShortcut(QPainter *painter) const;
    void keepToOneLine();
    void pasteOnOneLine();
    void insertAsOneStep(const QString &inserted);
    bool takesKey(const QKeyEvent &event);
    void complete(bool isAsked);
    void offer(bool isAsked);
    int listLeft(const FilterCompletion &completion);
    void accept(int row);
    void closePopup();
    void describe();

    QToolButton *m_clear;
    QPointer<CompletionPopup> m_popup; ///< Belongs to the window, as a part of which it shows.
    Completer m_completer;
    std::function<void(QMenu *)> m_fillMenu;
    QStringList m_recents;
    std::optional<FilterError> m_mistake;
    QString m_spokenMistake;
    QString m_hint;
    QString m_example;
    bool m_isComposing = false; ///< An input method has a text of its own in the field.
    bool m_isAccepting = false;
    qsizetype m_completedAt = -1; ///< The caret's place when the list was filled.
    qsizetype m_listBegin = -1; ///< Where in the text that begins which the list completes.
    int m_listLeft = 0; ///< And where in the field.
    bool m_isEdited = false; ///< By a person, and textChanged() follows.
    bool m_isAsked = false; ///< A person opened the list.
    bool m_isWanted = false; ///< It would be open if there was something to offer.
};

} // namespace playhead
