// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "ui/mainwindow/firstrunpage.h"

#include "ui/shared/dialogparts.h"
#include "ui/shared/iconmark.h"
#include "ui/shared/icons.h"
#include "ui/shared/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>

namespace playhead {

using namespace Qt::StringLiterals;

namespace {

constexpr int kWidth = 684;

/// A frame of the palette's lines; follows the theme by painting itself.
class WayCard : public QWidget
{
public:
    using QWidget::QWidget;

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(tokens().line);
        painter.setBrush(tokens().base);
        painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6);
    }
};

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
{
    auto *column = new QWidget(this);
    column->setMaximumWidth(kWidth);
    auto *title = makeText(tr("Open a stream of events"), uiFont(21, QFont::DemiBold), column);
    auto *text = makeText(
        tr("Playhead reads your WorkOS events, keeps your place with cursors, and exports what you select."),
        uiFont(13),
        column,
        ToneLabel::Tone::Secondary);
    auto *connectButton = new QPushButton(icon(u"plus"_s, IconTint::OnAccent),
                                          tr("Connect…"),
                                          column);
    connectButton->setProperty("role", u"primary"_s);
    connectButton->setDefault(true);
    auto *demoButton = new QPushButton(tr("Start demo"), column);
    connect(connectButton, &QPushButton::clicked, this, &FirstRunPage::connectRequested);
    connect(demoButton, &QPushButton::clicked, this, &FirstRunPage::demoRequested);

    auto *head = new QHBoxLayout;
    head->setSpacing(18);
    head->addWidget(new IconMark(icon(u"playhead-fill"_s, IconTint::Accent), 24, column),
                    0,
                    Qt::AlignTop);
    auto *headTexts = new QVBoxLayout;
    headTexts->setSpacing(6);
    headTexts->addWidget(title);
    headTexts->addWidget(text);
    head->addLayout(headTexts, 1);

    auto *rows = new QVBoxLayout(column);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(10);
    rows->addLayout(head);
    rows->addSpacing(10);
    rows->addWidget(makeCard(
        u"key"_s,
        tr("Connect an environment"),
        tr("Needs a secret API key (sk_test_… or sk_live_…). It is kept in memory until you quit, never written to disk."),
        connectButton));
    rows->addWidget(makeCard(
        u"demo"_s,
        tr("Try the demo"),
        tr("A local Events API with 89 days of made-up events. No account and no network."),
        demoButton));

    auto *across = new QHBoxLayout;
    across->addStretch(1);
    across->addWidget(column, 100);
    across->addStretch(1);
    auto *page = new QVBoxLayout(this);
    page->setContentsMargins(20, 20, 20, 20);
    page->addStretch(1);
    page->addLayout(across);
    page->addStretch(4);
}

QWidget *FirstRunPage::makeCard(const QString &iconName,
                                const QString &title,
                                const QString &text,
                                QPushButton *button)
{
    auto *card = new WayCard(this);
    auto *texts = new QVBoxLayout;
    texts->setSpacing(2);
    texts->addWidget(makeText(title, uiFont(13, QFont::DemiBold), card));
    texts->addWidget(makeText(text, uiFont(12), card, ToneLabel::Tone::Secondary));
    auto *row = new QHBoxLayout(card);
    row->setContentsMargins(18, 14, 16, 14);
    row->setSpacing(14);
    row->addWidget(new IconMark(icon(iconName, IconTint::Accent), 20, card));
    row->addLayout(texts, 1);
    row->addWidget(button);
    return card;
}

void FirstRunPage::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), tokens().base);
}

} // namespace playhead
