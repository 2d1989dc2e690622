// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "ui/shared/inlinemessage.h"

#include "ui/shared/icons.h"
#include "ui/shared/playheadstyle.h"
#include "ui/shared/theme.h"

#include <QBoxLayout>
#include <QEvent>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QToolButton>

#include <algorithm>

namespace playhead {

using namespace Qt::StringLiterals;

namespace {

/// Below this width the buttons stand under the text.
constexpr int kWide = 620;

QColor softColour(MessageKind kind)
{
    const Tokens &t = tokens();
    switch (kind) {
    case MessageKind::Info:
        return t.infoSoft;
    case MessageKind::Warning:
        return t.warningSoft;
    case MessageKind::Error:
        return t.dangerSoft;
    case MessageKind::Progress:
        break;
    }
    return t.base;
}

IconTint iconTint(MessageKind kind)
{
    switch (kind) {
    case MessageKind::Warning:
        return IconTint::Warning;
    case MessageKind::Error:
        return IconTint::Danger;
    case MessageKind::Info:
    case MessageKind::Progress:
        break;
    }
    return IconTint::Accent;
}

/// A picture that is painted anew with each theme.
class IconSpot : public QWidget
{
public:
    explicit IconSpot(QWidget *parent)
        : QWidget(parent)
    {
        setFixedSize(scaledPx(16), scaledPx(18));
    }
    void setIcon(const QString &name, IconTint tint)
    {
        m_name = name;
        m_tint = tint;
        update();
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        if (!m_name.isEmpty()) {
            QPainter painter(this);
            paintIcon(&painter, QRectF(0, 1, width(), width()), m_name, tintColour(m_tint));
        }
    }

private:
    QString m_name;
    IconTint m_tint = IconTint::Text2;
};

bool sameButtons(const Message &a, const Message &b)
{
    return a.choices == b.choices && a.detail.isEmpty() == b.detail.isEmpty()
           && a.canClose == b.canClose;
}

} // namespace

InlineMessage::InlineMessage(QWidget *parent)
    : QWidget(parent)
    , m_icon(new IconSpot(this))
    , m_text(new QLabel(this))
    , m_detail(new QLabel(this))
    , m_buttons(new QWidget(this))
    , m_row(new QBoxLayout(QBoxLayout::LeftToRight))
{
    setObjectName(u"message"_s);
    setAccessibleName(tr("Message"));
    m_text->setWordWrap(true);
    m_text->setTextFormat(Qt::RichText);
    m_text->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    m_detail->setWordWrap(true);
    m_detail->setTextFormat(Qt::PlainText);
    m_detail->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_detail->setFont(monoFont());
    m_detail->hide();

    m_row->setSpacing(12);
    m_row->setContentsMargins(0, 0, 0, 0);
    m_row->addWidget(m_text, 1);
    m_row->addWidget(m_buttons, 0, Qt::AlignLeft | Qt::AlignVCenter);
    auto *column = new QVBoxLayout;
    column->setSpacing(6);
    column->setContentsMargins(0, 0, 0, 0);
    column->addLayout(m_row);
    column->addWidget(m_detail);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(14, 5, 10, 6);
    layout->setSpacing(10);
    layout->addWidget(m_icon, 0, Qt::AlignVCenter);
    layout->addLayout(column, 1);
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    hide();
}

int InlineMessage::heightForWidth(int width) const
{
    return layout()->heightForWidth(width);
}

void InlineMessage::setMessage(const Message &message)
{
    if (m_message == message) {
        return;
    }
    const bool keepsButtons = m_message && sameButtons(*m_message, message);
    m_message = message;
    if (!keepsButtons) {
        m_isDetailOpen = false;
        makeButtons();
    }
    showTexts();
    arrange(width());
    show();
    update();
}

void InlineMessage::clear()
{
    m_message.reset();
    hide();
}

void InlineMessage::makeButtons()
{
    const QList<QWidget *> old = m_buttons->findChildren<QWidget *>(Qt::FindDirectChildrenOnly);
    for (QWidget *button : old) {
        // A button may stand in its own signal.
        button->hide();
        button->setParent(nullptr);
        button->deleteLater();
    }
    if (!m_buttons->layout()) {
        auto *line = new QHBoxLayout(m_buttons);
        line->setContentsMargins(0, 0, 0, 0);
        line->setSpacing(6);
    }
    const auto add = [this](const QString &text, const QString &iconName, bool isQuiet) {
        auto *button = new QPushButton(text, m_buttons);
        button->setAccessibleName(text);
        button->setAutoDefault(false);
        if (!iconName.isEmpty()) {
            button->setIcon(icon(iconName));
        }
        if (isQuiet) {
            setRole(button, u"flat"_s);
        }
        m_buttons->layout()->addWidget(button);
        return button;
    };
    bool isFirst = true;
    for (const MessageChoice &choice : m_message->choices) {
        QPushButton *button = add(choice.text, choice.iconName, !isFirst);
        button->setObjectName(u"message-"_s + choice.id);
        connect(button, &QPushButton::clicked, this, [this, id = choice.id] { emit chosen(id); });
        isFirst = false;
    }
    if (!m_message->detail.isEmpty()) {
        QPushButton *button = add(tr("Details"), {}, true);
        button->setCheckable(true);
        connect(button, &QPushButton::toggled, this, [this](bool isOpen) {
            m_isDetailOpen = isOpen;
            showTexts();
        });
    }
    if (m_message->canClose) {
        auto *button = new QToolButton(m_buttons);
        button->setIcon(icon(u"close"_s));
        button->setToolTip(tr("Close this message"));
        button->setAccessibleName(tr("Close this message"));
        m_buttons->layout()->addWidget(button);
        connect(button, &QToolButton::clicked, this, [this] {
            emit aboutToClose(*m_message);
            clear();
        });
    }
    m_buttons->setVisible(m_buttons->layout()->count() > 0);
}

void InlineMessage::showTexts()
{
    if (!m_message) {
        return;
    }
    static_cast<IconSpot *>(m_icon)->setIcon(m_message->iconName, iconTint(m_message->kind));
    m_icon->setVisible(!m_message->iconName.isEmpty());
    m_text->setText(u"<span style=\"font-weight:600; color:%1\">%2</span>&nbsp;&nbsp;"
                    "<span style=\"color:%3\">%4</span>"_s.arg(tokens().text.name(),
                                                               m_message->title.toHtmlEscaped(),
                                                               tokens().text2.name(),
                                                               m_message->text.toHtmlEscaped()));
    setAccessibleDescription(m_message->title + u" "_s + m_message->text);
    m_detail->setText(m_message->detail);
    m_detail->setVisible(m_isDetailOpen && !m_message->detail.isEmpty());
    updateGeometry();
}

void InlineMessage::arrange(int width)
{
    const auto direction = width >= kWide ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom;
    if (m_row->direction() != direction) {
        m_row->setDirection(direction);
        m_row->setSpacing(direction == QBoxLayout::LeftToRight ? 12 : 6);
        updateGeometry();
    }
    const bool hasButtons = !m_buttons->isHidden();
    layout()->setContentsMargins(14, hasButtons ? 6 : 10, 10, hasButtons ? 7 : 11);
}

void InlineMessage::paintEvent(QPaintEvent *)
{
    if (!m_message) {
        return;
    }
    const Tokens &t = tokens();
    QPainter painter(this);
    painter.fillRect(rect(), softColour(m_message->kind));
    painter.fillRect(QRect(0, height() - 1, width(), 1), t.line);
    if (m_message->share) {
        const int done = int(width() * std::clamp(*m_message->share, 0.0, 1.0));
        painter.fillRect(QRect(0, height() - 2, width(), 2), t.hover);
        painter.fillRect(QRect(0, height() - 2, done, 2), t.accentFill);
    }
}

void InlineMessage::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrange(width());
}

void InlineMessage::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) {
        showTexts();
    }
}

} // namespace playhead
