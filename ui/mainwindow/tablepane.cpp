// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "ui/mainwindow/tablepane.h"

#include "ui/mainwindow/skeletonrows.h"
#include "ui/shared/icons.h"
#include "ui/shared/inlinemessage.h"
#include "ui/shared/theme.h"

#include <QBoxLayout>
#include <QEvent>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QStackedLayout>
#include <QTableView>

#include <algorithm>
#include <memory>
#include <optional>
#include <utility>

namespace playhead {

using namespace Qt::StringLiterals;

namespace {

constexpr int kTextWidth = 320;
constexpr int kButtonHeight = 26;
constexpr int kLeastTable = 60; ///< The header and a row.

/// The word on an empty table: icon, title, text and buttons in the middle.
class EmptyPage : public QWidget
{
public:
    EmptyPage(TablePane *pane, QWidget *parent)
        : QWidget(parent)
        , m_pane(pane)
        , m_title(new QLabel(this))
        , m_text(new QLabel(this))
        , m_buttons(new QHBoxLayout)
    {
        setObjectName(u"emptyState"_s);
        m_title->setFont(uiFont(13, QFont::DemiBold));
        m_title->setAlignment(Qt::AlignHCenter);
        m_text->setFont(uiFont(12));
        m_text->setAlignment(Qt::AlignHCenter);
        m_text->setWordWrap(true);
        m_text->setFixedWidth(scaledPx(kTextWidth));
        m_buttons->setSpacing(8);
        auto *column = new QVBoxLayout(this);
        column->setSpacing(4);
        column->addStretch(2);
        column->addSpacing(scaledPx(32)); // the icon, painted
        column->addWidget(m_title, 0, Qt::AlignHCenter);
        column->addWidget(m_text, 0, Qt::AlignHCenter);
        column->addSpacing(6);
        auto *row = new QHBoxLayout;
        row->addStretch(1);
        row->addLayout(m_buttons);
        row->addStretch(1);
        column->addLayout(row);
        column->addStretch(3);
        tint();
    }

    void setState(const EmptyState &state)
    {
        if (m_state == state) {
            return;
        }
        m_state = state;
        m_title->setText(state.title);
        m_text->setText(state.text);
        m_text->setMinimumHeight(std::max(0, m_text->heightForWidth(m_text->width())));
        while (QLayoutItem *item = m_buttons->takeAt(0)) {
            // A button may stand in its own signal.
            item->widget()->hide();
            item->widget()->deleteLater();
            std::unique_ptr<QLayoutItem> taken(item);
        }
        for (const EmptyState::Choice &choice : state.choices) {
            auto *button = new QPushButton(choice.text, this);
            button->setObjectName(u"empty-"_s + choice.id);
            button->setAccessibleName(choice.text);
            button->setAutoDefault(false);
            button->setFont(uiFont(12, QFont::Medium));
            button->setFixedHeight(scaledPx(kButtonHeight));
            if (!choice.iconName.isEmpty()) {
                button->setIcon(icon(choice.iconName));
            }
            m_buttons->addWidget(button);
            QObject::connect(button,
                             &QPushButton::clicked,
                             m_pane,
                             [pane = m_pane, id = choice.id] { emit pane->chosen(id); });
        }
        update();
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        const Tokens &t = tokens();
        QPainter painter(this);
        painter.fillRect(rect(), t.base);
        if (!m_state) {
            return;
        }
        const int side = scaledPx(20);
        paintIcon(&painter,
                  QRectF((width() - side) / 2, m_title->geometry().top() - side - 12, side, side),
                  m_state->iconName,
                  t.text2);
    }
    void changeEvent(QEvent *event) override
    {
        QWidget::changeEvent(event);
        if (event->type() == QEvent::PaletteChange) {
            tint();
        }
    }

private:
    void tint()
    {
        QPalette palette = m_text->palette();
        if (palette.color(QPalette::WindowText) != tokens().text2) {
            palette.setColor(QPalette::WindowText, tokens().text2);
            m_text->setPalette(palette);
        }
    }

    TablePane *m_pane;
    QLabel *m_title;
    QLabel *m_text;
    QHBoxLayout *m_buttons;
    std::optional<EmptyState> m_state;
};

} // namespace

TablePane::TablePane(QTableView *table, QWidget *parent)
    : QWidget(parent)
    , m_strip(new InlineMessage(this))
    , m_tailStrip(new InlineMessage(this))
    , m_captureStrip(new InlineMessage(this))
    , m_lostStrip(new InlineMessage(this))
    , m_elsewhereStrip(new InlineMessage(this))
    , m_table(table)
    , m_skeleton(new SkeletonRows(table))
    , m_empty(new EmptyPage(this, this))
    , m_stack(new QStackedLayout)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_strip);
    column->addWidget(m_tailStrip);
    column->addWidget(m_captureStrip);
    column->addWidget(m_lostStrip);
    column->addWidget(m_elsewhereStrip);
    m_stack->addWidget(m_table);
    m_stack->addWidget(m_empty);
    column->addLayout(m_stack, 1);
    m_table->setMinimumHeight(1); // minimumSizeHint() asks for the pane as a whole
    showTable(false);
}

/// A message is never cut for the sake of the rows below it; a splitter asks no widget for its height at its width.
QSize TablePane::minimumSizeHint() const
{
    const QSize least = QWidget::minimumSizeHint();
    const int messages = layout()->minimumHeightForWidth(width());
    return {least.width(), qMax(least.height(), messages + scaledPx(kLeastTable))};
}

bool TablePane::event(QEvent *event)
{
    const bool isHandled = QWidget::event(event);
    if (event->type() == QEvent::LayoutRequest) {
        const int least = minimumSizeHint().height();
        const bool isLess = least < std::exchange(m_leastHeight, least);
        if (isLess) {
            emit roomFreed();
        }
    }
    return isHandled;
}

/// The page behind asks for no room.
void TablePane::showPage(QWidget *page)
{
    for (QWidget *each : {static_cast<QWidget *>(m_table), m_empty}) {
        const auto policy = each == page ? QSizePolicy::Expanding : QSizePolicy::Ignored;
        each->setSizePolicy(QSizePolicy::Expanding, policy);
    }
    m_stack->setCurrentWidget(page);
}

void TablePane::showTable(bool isAwaited)
{
    m_skeleton->setWanted(isAwaited);
    showPage(m_table);
}

void TablePane::showEmpty(const EmptyState &state)
{
    static_cast<EmptyPage *>(m_empty)->setState(state);
    m_skeleton->setWanted(false);
    showPage(m_empty);
}

bool TablePane::isTableShown() const
{
    return m_stack->currentWidget() == m_table;
}

} // namespace playhead
