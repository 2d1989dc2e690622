// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "ui/shared/inlinemessage.h"

#include "ui/shared/dialogparts.h"
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

// Design, error-states: places inside the strip.
constexpr int kSide = 14;
constexpr int kTop = 11;
constexpr int kBottom = 11;
constexpr int kIconGap = 8;
constexpr int kRowHeight = 34; ///< Of a running read's one row, its progress line not counted.
constexpr int kButtonHeight = 26;
constexpr int kLine = 2;

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
        setFixedSize(scaledPx(16) + kIconGap, scaledPx(18));
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
            const int side = scaledPx(16);
            paintIcon(&painter, QRectF(0, 1, side, side), m_name, tintColour(m_tint));
        }
    }

private:
    QString m_name;
    IconTint m_tint = IconTint::Text2;
};

bool sameButtons(const Message &a, const Message &b)
{
    return a.kind == b.kind && a.iconName.isEmpty() == b.iconName.isEmpty()
           && a.share.has_value() == b.share.has_value() && a.choices == b.choices
           && a.detail.isEmpty() == b.detail.isEmpty() && a.canClose == b.canClose;
}

} // namespace

InlineMessage::InlineMessage(QWidget *parent)
    : QWidget(parent)
    , m_icon(new IconSpot(this))
    , m_title(new ToneLabel({}, uiFont(13, QFont::DemiBold), ToneLabel::Tone::Text, this))
    , m_side(new ToneLabel({}, uiFont(12), ToneLabel::Tone::Secondary, this))
    , m_text(new ToneLabel({}, uiFont(12), ToneLabel::Tone::Secondary, this))
    , m_detail(new ToneLabel({}, monoFont(), ToneLabel::Tone::Secondary, this))
    , m_buttons(new QWidget(this))
    , m_close(new QToolButton(this))
    , m_head(new QHBoxLayout)
    , m_column(new QVBoxLayout)
{
    setObjectName(u"message"_s);
    setAccessibleName(tr("Message"));
    for (QLabel *label : {m_title, m_side, m_text, m_detail}) {
        // What a server sent is shown as it is.
        label->setTextFormat(Qt::PlainText);
    }
    m_title->setWordWrap(true);
    m_text->setWordWrap(true);
    m_detail->setWordWrap(true);
    m_detail->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_close->setIcon(icon(u"close"_s));
    m_close->setToolTip(tr("Close this message"));
    m_close->setAccessibleName(tr("Close this message"));
    m_close->setFixedSize(scaledPx(24), scaledPx(24));
    connect(m_close, &QToolButton::clicked, this, [this] {
        emit aboutToClose(*m_message);
        clear();
    });
    auto *line = new QHBoxLayout(m_buttons);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(6);
    line->addStretch();

    m_head->setSpacing(12);
    m_head->addWidget(m_title, 1);
    m_head->addWidget(m_side);
    m_column->setSpacing(0);
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->addLayout(m_head);
    m_column->addWidget(m_text);
    m_column->addWidget(m_detail);
    auto *layout = new QHBoxLayout(this);
    layout->setSpacing(0);
    layout->addWidget(m_icon, 0, Qt::AlignTop);
    layout->addLayout(m_column, 1);
    layout->addWidget(m_close, 0, Qt::AlignTop);
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
        arrange();
    }
    showTexts();
    show();
    update();
}

void InlineMessage::clear()
{
    m_message.reset();
    hide();
}

QPushButton *InlineMessage::addButton(const QString &text, const QString &iconName, bool isQuiet)
{
    auto *button = new QPushButton(text, m_buttons);
    button->setAccessibleName(text);
    button->setAutoDefault(false);
    button->setFont(uiFont(12, QFont::Medium));
    button->setFixedHeight(scaledPx(kButtonHeight));
    if (!iconName.isEmpty()) {
        button->setIcon(icon(iconName));
    }
    if (isQuiet) {
        setRole(button, u"flat"_s);
    }
    auto *line = static_cast<QHBoxLayout *>(m_buttons->layout());
    line->insertWidget(line->count() - 1, button); // before the stretch
    return button;
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
    bool isQuiet = m_message->kind == MessageKind::Progress;
    for (const MessageChoice &choice : m_message->choices) {
        QPushButton *button = addButton(choice.text, choice.iconName, isQuiet);
        button->setObjectName(u"message-"_s + choice.id);
        connect(button, &QPushButton::clicked, this, [this, id = choice.id] { emit chosen(id); });
        isQuiet = true;
    }
    if (!m_message->detail.isEmpty()) {
        QPushButton *button = addButton(tr("Details"), {}, isQuiet);
        button->setObjectName(u"message-details"_s);
        button->setCheckable(true);
        connect(button, &QPushButton::toggled, this, [this](bool isOpen) {
            m_isDetailOpen = isOpen;
            showTexts();
        });
    }
    m_buttons->setVisible(m_buttons->layout()->count() > 1);
    m_close->setVisible(m_message->canClose);
}

void InlineMessage::showTexts()
{
    if (!m_message) {
        return;
    }
    const bool isRow = m_message->kind == MessageKind::Progress;
    static_cast<IconSpot *>(m_icon)->setIcon(m_message->iconName, iconTint(m_message->kind));
    m_title->setText(m_message->title);
    m_side->setText(isRow ? m_message->text : QString());
    m_text->setText(isRow ? QString() : m_message->text);
    m_side->setVisible(isRow);
    m_text->setVisible(!m_text->text().isEmpty());
    setAccessibleDescription(m_message->title + u" "_s + m_message->text);
    m_detail->setText(m_message->detail);
    m_detail->setVisible(m_isDetailOpen && !m_message->detail.isEmpty());
    updateGeometry();
}

void InlineMessage::arrange()
{
    const bool isRow = m_message->kind == MessageKind::Progress;
    const int line = m_message->share ? kLine : 1;
    m_icon->setVisible(!m_message->iconName.isEmpty());
    m_title->setFont(uiFont(isRow ? 12 : 13, QFont::DemiBold));
    if (isRow) {
        // One row: what is read, how much has come, Stop.
        m_head->addWidget(m_buttons);
        m_buttons->layout()->setContentsMargins(0, 0, 0, 0);
        layout()->setContentsMargins(kSide, 0, kSide - 6, line);
        m_title->setMinimumHeight(scaledPx(kRowHeight));
        return;
    }
    m_column->insertWidget(m_column->indexOf(m_text) + 1, m_buttons);
    m_column->setSpacing(0);
    m_title->setMinimumHeight(scaledPx(18));
    m_text->setContentsMargins(0, 2, 0, 0);
    m_buttons->layout()->setContentsMargins(0, 8, 0, 0);
    m_detail->setContentsMargins(0, 8, 0, 0);
    layout()->setContentsMargins(kSide, kTop, m_message->canClose ? 10 : kSide, kBottom + line - 1);
}

void InlineMessage::paintEvent(QPaintEvent *)
{
    if (!m_message) {
        return;
    }
    const Tokens &t = tokens();
    QPainter painter(this);
    painter.fillRect(rect(), softColour(m_message->kind));
    if (!m_message->share) {
        painter.fillRect(QRect(0, height() - 1, width(), 1), t.line);
        return;
    }
    const int done = int(width() * std::clamp(*m_message->share, 0.0, 1.0));
    painter.fillRect(QRect(0, height() - kLine, width(), kLine), t.hover);
    painter.fillRect(QRect(0, height() - kLine, done, kLine), t.accentFill);
}

void InlineMessage::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) {
        update();
    }
}

} // namespace playhead
