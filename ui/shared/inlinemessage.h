// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QList>
#include <QString>
#include <QWidget>

#include <optional>

class QHBoxLayout;
class QPushButton;
class QToolButton;
class QVBoxLayout;

namespace playhead {

class ToneLabel;

enum class MessageKind {
    Info,
    Warning,
    Error,
    Progress ///< One row: title at the left, text and choices at the right.
};

/// One button of a message. `id` comes back in InlineMessage::chosen().
struct MessageChoice
{
    QString id;
    QString text;
    QString iconName; ///< Empty = none. The first choice has a frame, the others stand without one.

    bool operator==(const MessageChoice &) const = default;
};

/// What a message says (design, section 11): what happened, why and what is kept, what can be done.
struct Message
{
    MessageKind kind = MessageKind::Info;
    QString iconName;
    QString title;
    QString text;
    QList<MessageChoice> choices;
    QString detail; ///< The server's own text, shown by a "Details" button; empty = none.
    std::optional<double> share; ///< 0 to 1: the 2 px line at the lower edge.
    bool canClose = false;

    bool operator==(const Message &) const = default;
};

/// The message strip over the table. Hidden while it says nothing; loaded events stay visible beneath it. A message that
/// only changes its numbers keeps its buttons, so that the keyboard's place is not lost.
class InlineMessage : public QWidget
{
    Q_OBJECT

public:
    explicit InlineMessage(QWidget *parent = nullptr);

    void setMessage(const Message &message);
    void clear();
    bool isEmpty() const { return !m_message.has_value(); }
    const std::optional<Message> &message() const { return m_message; }

    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;

signals:
    void chosen(const QString &id);
    void aboutToClose(const playhead::Message &message); ///< By a person.

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    QPushButton *addButton(const QString &text, const QString &iconName, bool isQuiet);
    void makeButtons();
    void showTexts();
    void arrange();

    std::optional<Message> m_message;
    QWidget *m_icon;
    ToneLabel *m_title;
    ToneLabel *m_side;
    ToneLabel *m_text;
    ToneLabel *m_detail;
    QWidget *m_buttons;
    QToolButton *m_close;
    QHBoxLayout *m_head;
    QVBoxLayout *m_column;
    bool m_isDetailOpen = false;
};

} // namespace playhead
