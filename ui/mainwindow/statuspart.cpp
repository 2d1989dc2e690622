// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "ui/mainwindow/statuspart.h"

#include "ui/shared/dialogparts.h"
#include "ui/shared/icons.h"
#include "ui/shared/playheadstyle.h"
#include "ui/shared/theme.h"

#include <QGridLayout>
#include <QKeyEvent>
#include <QPainter>
#include <QScreen>

#include <algorithm>

namespace playhead {

using namespace Qt::StringLiterals;

namespace {

constexpr int kPad = 6;
constexpr int kHeight = 25; ///< The bar without its line.
constexpr int kPopupPad = 14;
constexpr int kLongestValue = 320;
constexpr int kIcon = 14;
constexpr int kIconGap = 5;

} // namespace

StatusPart::StatusPart(const QString &name, const QString &purpose, QWidget *parent)
    : QToolButton(parent)
{
    setObjectName(u"status"_s + name);
    setAccessibleDescription(name);
    setToolTip(purpose);
    setFont(uiFont(12));
    setFocusPolicy(Qt::TabFocus);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(this, &QToolButton::clicked, this, &StatusPart::openFacts);
}

void StatusPart::setPartText(const QString &text)
{
    if (text != this->text()) {
        setText(text);
        updateGeometry();
    }
}

void StatusPart::setPartIcon(const QString &iconName, IconTint tint)
{
    m_iconName = iconName;
    m_iconTint = tint;
    updateGeometry();
    update();
}

int StatusPart::textLeft() const
{
    return kPad + (m_iconName.isEmpty() ? 0 : scaledPx(kIcon) + kIconGap);
}

void StatusPart::setFacts(const QString &title, const QList<StatusFact> &facts)
{
    m_title = title;
    m_facts = facts;
    setPressable(!facts.isEmpty());
}

void StatusPart::setPressable(bool isPressable)
{
    m_isPressable = isPressable;
    setFocusPolicy(isPressable ? Qt::TabFocus : Qt::NoFocus);
    update();
}

void StatusPart::openFacts()
{
    if (!m_facts.isEmpty()) {
        auto *popup = new FactsPopup(m_title, m_facts, this);
        popup->setAttribute(Qt::WA_DeleteOnClose);
        popup->openOver(*this);
    }
}

QSize StatusPart::sizeHint() const
{
    return {fontMetrics().horizontalAdvance(text()) + textLeft() + kPad + 1, scaledPx(kHeight)};
}

void StatusPart::paintEvent(QPaintEvent *)
{
    const Tokens &t = tokens();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    if (m_isPressable && isEnabled() && (underMouse() || isDown())) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(t.hover);
        painter.drawRoundedRect(QRectF(rect()).adjusted(0, 1, 0, -1), 3, 3);
    }
    if (hasFocus()) {
        paintFocusRing(&painter, QRectF(rect()).adjusted(0, 1, 0, -1), 3);
    }
    if (!m_iconName.isEmpty()) {
        const int side = scaledPx(kIcon);
        paintIcon(&painter,
                  QRectF(kPad, (height() - side) / 2.0, side, side),
                  m_iconName,
                  tintColour(m_iconTint));
    }
    painter.setPen(t.text2);
    painter.drawText(rect().adjusted(textLeft(), 0, 0, 0),
                     Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                     text());
}

StatusPopup::StatusPopup(const QString &title, QWidget *parent)
    : QWidget(parent, Qt::Popup)
{
    setAccessibleName(title);
}

FactsPopup::FactsPopup(const QString &title, const QList<StatusFact> &facts, QWidget *parent)
    : StatusPopup(title, parent)
{
    setObjectName(u"statusFacts"_s);
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(kPopupPad, 12, kPopupPad, 12);
    grid->setHorizontalSpacing(16);
    grid->setVerticalSpacing(4);
    grid->addWidget(groupTitle(title, this), 0, 0, 1, 2);
    QStringList lines;
    for (const StatusFact &fact : facts) {
        const int row = grid->rowCount();
        auto *name = new ToneLabel(fact.name, uiFont(12), ToneLabel::Tone::Secondary, this);
        auto *value = new ToneLabel(fact.value, uiFont(12), ToneLabel::Tone::Text, this);
        value->setTextFormat(Qt::PlainText);
        if (value->sizeHint().width() > scaledPx(kLongestValue)) {
            value->setWordWrap(true);
            value->setFixedWidth(scaledPx(kLongestValue));
        }
        grid->addWidget(name, row, 0, Qt::AlignTop);
        grid->addWidget(value, row, 1, Qt::AlignTop);
        lines << u"%1: %2"_s.arg(fact.name, fact.value);
    }
    setAccessibleDescription(lines.join(u"; "_s));
}

void StatusPopup::openOver(const QWidget &part)
{
    adjustSize();
    const QRect screen = part.screen()->availableGeometry();
    const QPoint above = part.mapToGlobal(QPoint(0, -height() - 4));
    const int x = std::clamp(above.x(),
                             screen.left(),
                             std::max(screen.left(), screen.right() - width()));
    move(x, std::max(screen.top(), above.y()));
    show();
    setFocus(Qt::PopupFocusReason);
}

void StatusPopup::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape) {
        close();
        return;
    }
    QWidget::keyPressEvent(event);
}

void FactsPopup::keyPressEvent(QKeyEvent *event)
{
    const int key = event->key();
    if (key == Qt::Key_Return || key == Qt::Key_Enter || key == Qt::Key_Space) {
        close();
        return;
    }
    StatusPopup::keyPressEvent(event);
}

void StatusPopup::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), tokens().control);
    painter.setPen(tokens().softBorder);
    painter.drawRect(rect().adjusted(0, 0, -1, -1));
}

} // namespace playhead
