// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "ui/sidebar/sectionhead.h"

#include "ui/shared/icons.h"
#include "ui/shared/theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace playhead {

namespace {
constexpr int kInset = 14;
constexpr int kFirstHeight = 30;
constexpr int kHeight = 33;
constexpr int kChipPadding = 5;
constexpr int kLeadGap = 8;
} // namespace

SectionHead::SectionHead(const QString &title, bool hasLineAbove, QWidget *parent)
    : QWidget(parent)
    , m_hasLineAbove(hasLineAbove)
    , m_title(new QLabel(title, this))
    , m_buttons(new QHBoxLayout)
{
    m_title->setFont(uiFont(12, QFont::DemiBold));
    // The bare name belongs to the list below (design, section 12).
    m_title->setAccessibleName(tr("%1, section").arg(title));
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(kInset, hasLineAbove ? 2 : 3, 10, 0);
    layout->setSpacing(0);
    layout->addWidget(m_title, 1);
    layout->addLayout(m_buttons);
    m_buttons->setSpacing(2);
    setMinimumHeight(scaledPx(hasLineAbove ? kHeight : kFirstHeight));
    applyColours();
}

QToolButton *SectionHead::addIconButton(const QString &iconName, const QString &tip)
{
    auto *button = new QToolButton(this);
    button->setIcon(icon(iconName));
    button->setIconSize({scaledPx(16), scaledPx(16)});
    button->setFixedSize(scaledPx(24), scaledPx(24));
    button->setAutoRaise(true);
    button->setToolTip(tip);
    button->setAccessibleName(tip);
    m_buttons->addWidget(button);
    return button;
}

QToolButton *SectionHead::addTextButton(const QString &text, const QString &tip)
{
    auto *button = new QToolButton(this);
    button->setText(text);
    button->setFont(uiFont(12, QFont::Medium));
    button->setToolButtonStyle(Qt::ToolButtonTextOnly);
    button->setMinimumHeight(scaledPx(24));
    button->setAutoRaise(true);
    button->setToolTip(tip);
    button->setAccessibleName(tip);
    m_buttons->addWidget(button);
    return button;
}

void SectionHead::paintEvent(QPaintEvent *)
{
    if (m_hasLineAbove) {
        QPainter(this).fillRect(0, 0, width(), 1, tokens().line);
    }
}

void SectionHead::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) {
        applyColours();
    }
}

void SectionHead::applyColours()
{
    QPalette palette = m_title->palette();
    if (palette.color(QPalette::WindowText) != tokens().text2) {
        palette.setColor(QPalette::WindowText, tokens().text2);
        m_title->setPalette(palette);
    }
}

KeyHintText::KeyHintText(const QString &text, const QString &key, QWidget *parent)
    : QWidget(parent)
    , m_text(text)
    , m_key(key)
{
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    nameIt();
}

void KeyHintText::setKey(const QString &key)
{
    m_key = key;
    nameIt();
    updateGeometry();
    update();
}

void KeyHintText::nameIt()
{
    setAccessibleName(m_text.contains(u"%1"_s) ? m_text.arg(m_key) : m_text);
}

int KeyHintText::heightForWidth(int width) const
{
    return flow(width, nullptr);
}

QSize KeyHintText::sizeHint() const
{
    return {180, flow(180, nullptr)};
}

void KeyHintText::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    flow(width(), &painter);
}

int KeyHintText::flow(int width, QPainter *painter) const
{
    const QFont textFont = uiFont(12);
    const QFont keyFont = uiFont(11);
    const QFontMetrics textMetrics(textFont);
    const QFontMetrics keyMetrics(keyFont);
    const int lineHeight = qMax(textMetrics.height(), 16);
    const int space = textMetrics.horizontalAdvance(u' ');
    int x = 0;
    int y = 0;
    const QStringList words = m_text.split(u' ');
    for (const QString &word : words) {
        const bool isKey = word == u"%1"_s;
        const int advance = isKey ? keyMetrics.horizontalAdvance(m_key) + 2 * kChipPadding
                                  : textMetrics.horizontalAdvance(word);
        if (x > 0 && x + advance > width) {
            x = 0;
            y += lineHeight;
        }
        const QRect box(x, y, advance, lineHeight);
        if (painter && isKey) {
            painter->setRenderHint(QPainter::Antialiasing);
            painter->setPen(tokens().softBorder);
            painter->setBrush(tokens().control);
            painter->drawRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), 3, 3);
        }
        if (painter) {
            painter->setFont(isKey ? keyFont : textFont);
            painter->setPen(tokens().text2);
            painter->drawText(box,
                              isKey ? Qt::AlignCenter : Qt::AlignLeft | Qt::AlignVCenter,
                              isKey ? m_key : word);
        }
        // A key that leads the line stands apart from what it does.
        x += advance + (isKey && &word == &words.first() ? kLeadGap : space);
    }
    return y + lineHeight;
}

QWidget *sectionText(const QString &text, const QString &key, QWidget *parent, KeyHintText **label)
{
    auto *box = new QWidget(parent);
    auto *layout = new QVBoxLayout(box);
    layout->setContentsMargins(kInset, 0, kInset, 12);
    auto *made = new KeyHintText(text, key, box);
    layout->addWidget(made);
    if (label) {
        *label = made;
    }
    return box;
}

} // namespace playhead
