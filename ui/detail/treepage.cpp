// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "ui/detail/treepage.h"

#include "ui/detail/detailhead.h"
#include "ui/detail/detailtabs.h"
#include "ui/detail/inbackground.h"
#include "ui/detail/jsontreedelegate.h"
#include "ui/detail/jsontreemodel.h"
#include "ui/detail/jsontreeview.h"
#include "ui/detail/selectionsummaryview.h"
#include "ui/shared/band.h"
#include "ui/shared/theme.h"

#include <QHBoxLayout>
#include <QLocale>
#include <QStackedWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace playhead {

namespace {
constexpr int kTreePadding = 6;
constexpr int kFootHeight = 30;
constexpr int kInset = 14;
constexpr int kFootGap = 10;
} // namespace

TreePage::TreePage(const Clock &clock, QWidget *parent)
    : QWidget(parent)
    , m_model(new JsonTreeModel(this))
    , m_delegate(new JsonTreeDelegate(clock, this))
    , m_pages(new QStackedWidget(this))
{
    auto *treePage = new Band(Band::Ground::Base, Band::Line::None, m_pages);
    auto *treeLayout = new QVBoxLayout(treePage);
    treeLayout->setContentsMargins(0, kTreePadding, 0, 0);
    m_view = new JsonTreeView(treePage);
    m_view->setAccessibleName(tr("Event tree"));
    m_view->setObjectName(u"eventTree"_s);
    m_view->setItemDelegate(m_delegate);
    m_view->setModel(m_model);
    treeLayout->addWidget(m_view);
    m_reading = new QuietHint({}, m_pages);
    m_pages->addWidget(treePage);
    m_pages->addWidget(m_reading);

    m_foot = new Band(Band::Ground::Side, Band::Line::Top, this);
    m_foot->setMinimumHeight(scaledPx(kFootHeight));
    auto *foot = new QHBoxLayout(m_foot);
    foot->setContentsMargins(kInset, 1, kInset, 0);
    foot->setSpacing(kFootGap);
    m_path = new ElidedLabel(monoFont(12), ElidedLabel::Tone::Secondary, m_foot);
    m_meaning = new ElidedLabel(uiFont(12), ElidedLabel::Tone::Secondary, m_foot);
    foot->addWidget(m_path);
    foot->addWidget(m_meaning, 1);
    m_foot->hide();

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_pages, 1);
    layout->addWidget(m_foot);
    connect(m_view, &JsonTreeView::currentRowChanged, this, &TreePage::explain);
    connect(m_view, &JsonTreeView::valueFilterRequested, this, &TreePage::valueFilterRequested);
    connect(m_view, &JsonTreeView::columnRequested, this, &TreePage::columnRequested);
}

void TreePage::setBytes(const QByteArray &bytes, Instant createdAt)
{
    const quint64 now = ++m_request;
    m_delegate->setEventTime(createdAt);
    if (bytes.size() <= kParsedAtOnce) {
        m_model->setTree(std::make_shared<JsonTree>(bytes));
        m_pages->setCurrentIndex(0);
        return;
    }
    m_model->setTree(nullptr);
    m_reading->setText(tr("Reading %1…").arg(QLocale().formattedDataSize(bytes.size())));
    m_pages->setCurrentIndex(1);
    inBackground(
        this,
        [bytes] { return std::make_shared<JsonTree>(bytes); },
        [this, now](const std::shared_ptr<JsonTree> &made) {
            if (now == m_request) {
                m_model->setTree(made);
                m_pages->setCurrentIndex(0);
            }
        });
}

void TreePage::clear()
{
    ++m_request;
    m_model->setTree(nullptr);
}

void TreePage::setTimeZone(const QTimeZone &zone)
{
    m_delegate->setTimeZone(zone);
    updateTexts();
}

void TreePage::setOrganizationNames(std::function<QString(const OrganizationId &)> nameOf)
{
    m_model->setOrganizationNames(std::move(nameOf));
}

void TreePage::updateTexts()
{
    m_view->viewport()->update();
    explain(m_view->currentIndex());
}

/// Tells by the foot what the mouse gets from tool tips.
void TreePage::explain(const QModelIndex &index)
{
    const QString path = index.data(JsonTreeModel::PathRole).toString();
    const bool wasShown = !m_foot->isHidden();
    m_foot->setVisible(!path.isEmpty());
    m_path->setText(path);
    m_meaning->setText(
        m_delegate->explanation(index.siblingAtColumn(int(JsonTreeModel::Column::Value))));
    fitFoot();
    if (!wasShown && !path.isEmpty()) {
        // The foot takes its room from the rows' end, where the current one may be.
        QMetaObject::invokeMethod(
            m_view, [this] { m_view->scrollTo(m_view->currentIndex()); }, Qt::QueuedConnection);
    }
}

/// What a value means comes before where it stands, which the tree shows.
void TreePage::fitFoot()
{
    const int room = width() - 2 * kInset - kFootGap;
    m_path->setVisible(m_meaning->text().isEmpty()
                       || m_path->sizeHint().width() + m_meaning->sizeHint().width() <= room);
}

void TreePage::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fitFoot();
}

} // namespace playhead
