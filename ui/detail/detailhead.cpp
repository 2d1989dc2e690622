// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "ui/detail/detailhead.h"

#include "ui/shared/icons.h"
#include "ui/shared/theme.h"

#include <QHBoxLayout>
#include <QMenu>
#include <QPainter>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace playhead {

namespace {
constexpr int kInset = 14;
constexpr int kGlyph = 12;
constexpr int kButtonHeight = 26;

QToolButton *smallButton(const QString &iconName, const QString &tip, QWidget *parent)
{
    auto *button = new QToolButton(parent);
    button->setIcon(icon(iconName));
    button->setIconSize({scaledPx(14), scaledPx(14)});
    button->setFixedSize(scaledPx(24), scaledPx(24));
    button->setAutoRaise(true);
    button->setToolTip(tip);
    button->setAccessibleName(tip);
    return button;
}
} // namespace

FamilyMark::FamilyMark(QWidget *parent)
    : QWidget(parent)
{
    setFixedSize(scaledPx(kGlyph), scaledPx(kGlyph));
}

void FamilyMark::setFamily(Family family)
{
    m_family = family;
    setToolTip(familyLabel(family));
    update();
}

void FamilyMark::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paintFamilyGlyph(&painter, QRectF(rect()).adjusted(1, 1, -1, -1), m_family);
}

DetailHead::DetailHead(QWidget *parent)
    : Band(Ground::Base, Line::None, parent)
    , m_mark(new FamilyMark(this))
    , m_title(new ElidedLabel(uiFont(15, QFont::DemiBold), ElidedLabel::Tone::Text, this))
    , m_id(new ElidedLabel(monoFont(12), ElidedLabel::Tone::Secondary, this))
    , m_meta(new ElidedLabel(uiFont(12), ElidedLabel::Tone::Secondary, this))
    , m_setCursor(new QPushButton(icon(u"cursor-save"_s), tr("Set cursor here"), this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(kInset, 13, 10, 10);
    layout->setSpacing(0);

    auto *titleRow = new QHBoxLayout;
    titleRow->setSpacing(7);
    titleRow->addWidget(m_mark);
    titleRow->addWidget(m_title, 1);
    titleRow->addWidget(makeMenuButton());
    layout->addLayout(titleRow);

    auto *idRow = new QHBoxLayout;
    idRow->setSpacing(0);
    idRow->setContentsMargins(0, 2, 0, 0);
    QToolButton *copy = smallButton(u"copy"_s, tr("Copy event id"), this);
    connect(copy, &QToolButton::clicked, this, &DetailHead::copyIdRequested);
    idRow->addWidget(m_id);
    idRow->addWidget(copy);
    idRow->addStretch(1);
    layout->addLayout(idRow);
    layout->addSpacing(1);
    layout->addWidget(m_meta);
    layout->addSpacing(11);

    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(6);
    auto *newCursor = new QPushButton(icon(u"plus"_s), tr("New cursor here"), this);
    for (QPushButton *button : {m_setCursor, newCursor}) {
        button->setFont(uiFont(12, QFont::Medium));
        button->setIconSize({scaledPx(16), scaledPx(16)});
        button->setFixedHeight(qMax(kButtonHeight, QFontMetrics(uiFont(12)).height() + 10));
        button->setAutoDefault(false);
        buttons->addWidget(button);
    }
    buttons->addStretch(1);
    layout->addLayout(buttons);
    connect(m_setCursor, &QPushButton::clicked, this, &DetailHead::setCursorHereRequested);
    connect(newCursor, &QPushButton::clicked, this, &DetailHead::newCursorHereRequested);
    setHasActiveCursor(false);
}

QToolButton *DetailHead::makeMenuButton()
{
    QToolButton *button = smallButton(u"more"_s, tr("More for this event"), this);
    button->setIconSize({scaledPx(16), scaledPx(16)});
    button->setPopupMode(QToolButton::InstantPopup);
    button->setProperty("noMenuArrow", true);
    auto *menu = new QMenu(button);
    menu->addAction(tr("Copy Event JSON"), this, &DetailHead::copyJsonRequested);
    menu->addAction(tr("Copy Event ID"), this, &DetailHead::copyIdRequested);
    menu->addSeparator();
    menu->addAction(tr("Find in Event…"), this, &DetailHead::findRequested);
    button->setMenu(menu);
    return button;
}

void DetailHead::setEvent(const DetailEvent &event, const QString &meta)
{
    m_mark->setFamily(event.family);
    m_title->setText(QString::fromUtf8(event.type));
    m_id->setText(event.id.toString());
    setMeta(meta);
}

void DetailHead::setMeta(const QString &meta)
{
    m_meta->setText(meta);
}

void DetailHead::setHasActiveCursor(bool hasActiveCursor)
{
    m_setCursor->setEnabled(hasActiveCursor);
    m_setCursor->setToolTip(hasActiveCursor
                                ? tr("Moves the active cursor to this event, after a preview")
                                : tr("There is no active cursor yet"));
}

} // namespace playhead
