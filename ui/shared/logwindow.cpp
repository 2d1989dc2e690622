// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "ui/shared/logwindow.h"

#include "ui/shared/dialogparts.h"
#include "ui/shared/elidedlabel.h"
#include "ui/shared/icons.h"
#include "ui/shared/theme.h"

#include <QAction>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPainter>
#include <QSplitter>
#include <QStackedWidget>
#include <QTableView>
#include <QVBoxLayout>

namespace playhead {

using namespace Qt::StringLiterals;

namespace {

constexpr QSize kFirst(1180, 640);
constexpr QSize kLeast(640, 360);
constexpr int kInset = 14;
constexpr int kTableHeight = 440;

} // namespace

LogWindow::LogWindow(QWidget *parent)
    : QWidget(parent, Qt::Window)
    , m_head(new Band(Band::Ground::Chrome, Band::Line::Bottom, this))
    , m_title(new ElidedLabel(uiFont(13, QFont::DemiBold), ElidedLabel::Tone::Text, m_head))
    , m_counts(new ToneLabel({}, uiFont(12), ToneLabel::Tone::Secondary, m_head))
    , m_pages(new QStackedWidget(this))
{
    m_title->setObjectName(u"title"_s);
    m_counts->setObjectName(u"counts"_s);
    auto *row = new QHBoxLayout(m_head);
    row->setContentsMargins(kInset, 8, kInset, 8);
    row->setSpacing(8);
    row->addWidget(m_title);
    row->addSpacing(8);
    row->addWidget(m_counts);
    row->addStretch(1);
    setMinimumSize(kLeast);
    resize(parent != nullptr ? kFirst.boundedTo(parent->size() * 0.95) : kFirst);
}

QWidget *LogWindow::head()
{
    return m_head;
}

QHBoxLayout *LogWindow::headRow()
{
    return qobject_cast<QHBoxLayout *>(m_head->layout());
}

void LogWindow::addCopyActions(QTableView *table,
                               const std::function<void()> &copyRow,
                               const std::function<void()> &copyCurl)
{
    auto *row = new QAction(icon(u"copy"_s), tr("Copy Row"), table);
    row->setShortcut(QKeySequence::Copy);
    row->setShortcutContext(Qt::WidgetShortcut);
    connect(row, &QAction::triggered, this, copyRow);
    auto *curl = new QAction(tr("Copy as cURL"), table);
    connect(curl, &QAction::triggered, this, copyCurl);
    table->addActions({row, curl});
    table->setContextMenuPolicy(Qt::ActionsContextMenu);
}

void LogWindow::compose(QWidget *empty, QWidget *log)
{
    m_pages->addWidget(empty);
    m_pages->addWidget(log);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_head);
    layout->addWidget(m_pages, 1);
}

QSplitter *LogWindow::makeSplit(QTableView *table, QWidget *detail, int detailHeight)
{
    auto *parts = new QSplitter(Qt::Vertical, this);
    parts->setChildrenCollapsible(false);
    parts->setHandleWidth(1);
    parts->addWidget(table);
    parts->addWidget(detail);
    parts->setStretchFactor(0, 1);
    parts->setSizes({kTableHeight, scaledPx(detailHeight)});
    return parts;
}

void LogWindow::showLog(bool isShown)
{
    m_pages->setCurrentIndex(isShown ? 1 : 0);
}

void LogWindow::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape || event->matches(QKeySequence::Close)) {
        close();
        return;
    }
    QWidget::keyPressEvent(event);
}

EmptyLog::EmptyLog(QWidget *parent)
    : QWidget(parent)
    , m_title(new ToneLabel({}, uiFont(17, QFont::DemiBold), ToneLabel::Tone::Text, this))
    , m_text(new ToneLabel({}, uiFont(13), ToneLabel::Tone::Secondary, this))
{
    m_text->setWordWrap(true);
    m_text->setAlignment(Qt::AlignHCenter);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(kInset, kInset, kInset, kInset);
    layout->setSpacing(8);
    layout->addStretch(1);
    layout->addWidget(m_title, 0, Qt::AlignHCenter);
    layout->addWidget(m_text);
    layout->addSpacing(4);
    layout->addStretch(1);
}

void EmptyLog::setWords(const QString &title, const QString &text)
{
    m_title->setText(title);
    m_text->setText(text);
}

void EmptyLog::add(QWidget *widget, Qt::Alignment alignment)
{
    auto *column = qobject_cast<QVBoxLayout *>(layout());
    column->insertWidget(column->count() - 1, widget, 0, alignment);
}

void EmptyLog::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), tokens().base);
}

} // namespace playhead
