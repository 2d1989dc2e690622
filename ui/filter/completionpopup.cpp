// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "ui/filter/completionpopup.h"

#include "ui/filter/candidatelist.h"
#include "ui/shared/theme.h"

#include <QListView>
#include <QPainter>
#include <QVBoxLayout>

namespace playhead {

using namespace Qt::StringLiterals;

namespace {

constexpr int kMostRows = 10;
constexpr int kPadding = 4;
constexpr int kBelow = 2;
constexpr int kLeast = 280;
constexpr int kMost = 620;
constexpr int kWindowInset = 8;

} // namespace

CompletionPopup::CompletionPopup(QWidget *field)
    : QWidget(field)
    , m_field(field)
    , m_list(new QListView(this))
    , m_model(new CandidateModel(this))
{
    setObjectName(u"filterCompletion"_s);
    setFocusPolicy(Qt::NoFocus);
    m_list->setAccessibleName(tr("Filter suggestions"));
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setUniformItemSizes(true);
    m_list->setMouseTracking(true);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setItemDelegate(new CandidateDelegate(m_list));
    m_list->setModel(m_model);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(1, kPadding, 1, kPadding);
    column->addWidget(m_list);
    connect(m_list, &QListView::clicked, this, [this](const QModelIndex &index) {
        emit chosen(index.row());
    });
    hide();
}

void CompletionPopup::offer(const FilterCompletion &completion, int x)
{
    const bool isShown = isOpen() && m_completion.candidates == completion.candidates;
    m_completion = completion;
    if (!isShown) {
        m_model->setCandidates(completion.candidates);
    }
    m_list->clearSelection();
    m_list->setCurrentIndex({});
    if (completion.candidates.isEmpty()) {
        hide();
        return;
    }
    place(x);
    if (!isShown) {
        m_list->scrollToTop();
    }
    show();
    raise();
}

void CompletionPopup::place(int x)
{
    QWidget *window = m_field->window();
    if (parentWidget() != window) {
        setParent(window);
        window->installEventFilter(this);
    }
    const int rows = int(qMin<qsizetype>(kMostRows, m_completion.candidates.size()));
    const int row = m_list->sizeHintForRow(0);
    const QPoint below = m_field->mapTo(window, QPoint(x, m_field->height() + kBelow));
    const int wide = qBound(scaledPx(kLeast),
                            m_model->contentWidth(),
                            qMin(scaledPx(kMost), window->width() - 2 * kWindowInset));
    const int room = window->height() - below.y() - kWindowInset;
    const int high = qMin(rows * row + 2 * kPadding, qMax(row + 2 * kPadding, room));
    const int left = qBound(kWindowInset,
                            below.x() - CandidateDelegate::textInset(),
                            qMax(kWindowInset, window->width() - wide - kWindowInset));
    setGeometry(left, below.y(), wide, high);
}

int CompletionPopup::currentRow() const
{
    return m_list->currentIndex().row();
}

void CompletionPopup::setCurrentRow(int row)
{
    m_list->setCurrentIndex(m_model->index(row, 0));
    if (row < 0) {
        m_list->clearSelection();
    }
    emit currentMoved();
}

void CompletionPopup::moveCurrent(int by)
{
    const int places = m_model->rowCount() + 1;
    setCurrentRow((currentRow() + 1 + by + places) % places - 1);
}

void CompletionPopup::movePage(bool isForward)
{
    const int page = kMostRows - 1;
    const int last = m_model->rowCount() - 1;
    setCurrentRow(qBound(0, currentRow() + (isForward ? page : -page), last));
}

QString CompletionPopup::spoken(int row) const
{
    return tr("%1, %2 of %3")
        .arg(m_model->index(row, 0).data(Qt::AccessibleTextRole).toString())
        .arg(row + 1)
        .arg(m_model->rowCount());
}

bool CompletionPopup::eventFilter(QObject *watched, QEvent *event)
{
    const bool isMoved = event->type() == QEvent::Resize
                         || event->type() == QEvent::WindowDeactivate;
    if (watched == parentWidget() && isMoved) {
        hide();
    }
    return QWidget::eventFilter(watched, event);
}

void CompletionPopup::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    emit closed();
}

void CompletionPopup::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), tokens().base);
    painter.setPen(tokens().softBorder);
    painter.drawRect(rect().adjusted(0, 0, -1, -1));
}

} // namespace playhead
