// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "ui/mainwindow/firstrunpage.h"

#include "ui/shared/dialogparts.h"
#include "ui/shared/iconmark.h"
#include "ui/shared/icons.h"
#include "ui/shared/playheadstyle.h"
#include "ui/shared/theme.h"
#include "ui/sidebar/sectionhead.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>

namespace playhead {

using namespace Qt::StringLiterals;

namespace {

constexpr int kWidth = 684;
constexpr int kHeadTextWidth = 520;

QLabel *makeText(const QString &text,
                 const QFont &font,
                 QWidget *parent,
                 ToneLabel::Tone tone = ToneLabel::Tone::Text)
{
    auto *label = new ToneLabel(text, font, tone, parent);
    label->setWordWrap(true);
    return label;
}

} // namespace

FirstRunPage::FirstRunPage(QWidget *parent)
    : QWidget(parent)
    , m_shortcutsHint(new KeyHintText(tr("%1 lists the shortcuts"), {}, this))
{
    setMinimumHeight(1); // Hidden, it must not take height from the rows that are shown.
    auto *column = new QWidget(this);
    column->setMaximumWidth(scaledPx(kWidth));
    auto *rows = new QVBoxLayout(column);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(10);
    rows->addLayout(makeHead(column));
    rows->addSpacing(8);
    rows->addWidget(makeConnectCard(column));
    rows->addWidget(makeDemoCard(column));
    rows->addWidget(makeCaptureCard(column));
    rows->addSpacing(16);
    rows->addWidget(m_shortcutsHint);
    auto *across = new QHBoxLayout;
    across->addStretch(1);
    across->addWidget(column, 100);
    across->addStretch(1);
    auto *page = new QVBoxLayout(this);
    page->setContentsMargins(20, 14, 20, 8);
    page->addStretch(1);
    page->addLayout(across);
    page->addStretch(7);
}

QLayout *FirstRunPage::makeHead(QWidget *parent)
{
    auto *text = makeText(
        tr("Playhead reads your WorkOS events, keeps your place with cursors, and exports what you select."),
        uiFont(13),
        parent,
        ToneLabel::Tone::Secondary);
    text->setMaximumWidth(scaledPx(kHeadTextWidth));
    auto *texts = new QVBoxLayout;
    texts->setSpacing(8);
    texts->addWidget(makeText(tr("Open a stream of events"), uiFont(21, QFont::DemiBold), parent));
    texts->addWidget(text);
    auto *head = new QHBoxLayout;
    head->setSpacing(14);
    head->addWidget(new IconMark(icon(u"playhead-fill"_s, IconTint::Accent), 24, parent),
                    0,
                    Qt::AlignTop);
    head->addLayout(texts, 1000);
    head->addStretch(1); // What the texts do not take.
    return head;
}

QWidget *FirstRunPage::makeConnectCard(QWidget *parent) const
{
    auto *button = new QPushButton(icon(u"plus"_s, IconTint::OnAccent), tr("Connect…"), parent);
    setRole(button, u"primary"_s);
    button->setDefault(true);
    connect(button, &QPushButton::clicked, this, &FirstRunPage::connectRequested);
    return makeCard(
        u"key"_s,
        IconTint::Accent,
        tr("Connect an environment"),
        tr("Needs a secret API key (sk_test_… or sk_live_…). It is kept in memory until you quit."),
        button,
        parent);
}

QWidget *FirstRunPage::makeDemoCard(QWidget *parent) const
{
    auto *button = new QPushButton(tr("Start demo"), parent);
    connect(button, &QPushButton::clicked, this, &FirstRunPage::demoRequested);
    return makeCard(
        u"demo"_s,
        IconTint::Text2,
        tr("Try the demo"),
        tr("A local Events API with 89 days of made-up events. No account and no network."),
        button,
        parent);
}

QWidget *FirstRunPage::makeCaptureCard(QWidget *parent) const
{
    auto *button = new QPushButton(tr("Open…"), parent);
    connect(button, &QPushButton::clicked, this, &FirstRunPage::captureRequested);
    return makeCard(u"open"_s,
                    IconTint::Text2,
                    tr("Open a capture"),
                    tr("A JSON or NDJSON file that Playhead or a teammate exported."),
                    button,
                    parent);
}

QWidget *FirstRunPage::makeCard(const QString &iconName,
                                IconTint tint,
                                const QString &title,
                                const QString &text,
                                QPushButton *button,
                                QWidget *parent)
{
    auto *card = new Card(parent);
    auto *texts = new QVBoxLayout;
    texts->setSpacing(2);
    texts->addWidget(makeText(title, uiFont(13, QFont::DemiBold), card));
    texts->addWidget(makeText(text, uiFont(12), card, ToneLabel::Tone::Secondary));
    auto *row = new QHBoxLayout(card);
    row->setContentsMargins(18, 16, 16, 16);
    row->setSpacing(14);
    row->addWidget(new IconMark(icon(iconName, tint), 20, card));
    row->addLayout(texts, 1);
    row->addWidget(button);
    return card;
}

void FirstRunPage::setShortcutsKeys(const QString &keys)
{
    m_shortcutsHint->setKey(keys);
    m_shortcutsHint->setVisible(!keys.isEmpty());
}

void FirstRunPage::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), tokens().base);
}

} // namespace playhead
