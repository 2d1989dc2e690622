// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "ui/events/eventheader.h"

#include "model/events/eventtablemodel.h"
#include "ui/shared/icons.h"
#include "ui/shared/theme.h"

#include <QContextMenuEvent>
#include <QDataStream>
#include <QMenu>
#include <QPainter>
#include <QScopedValueRollback>

#include <algorithm>

namespace playhead {

using namespace Qt::StringLiterals;
using Column = EventTableModel::Column;

namespace {

constexpr quint32 kStateFormat = 2;
constexpr quint32 kFormatWithoutPaths = 1;
constexpr int kHeight = 28;
constexpr int kPad = 7;
constexpr int kWideId = 118;
constexpr int kPathWidth = 150;

struct ColumnDefault
{
    int width;
    bool isShown;
};

/// Design, section 6.
constexpr ColumnDefault kDefaults[EventTableModel::kColumnCount] = {
    {28, true},
    {124, true},
    {222, true},
    {102, true},
    {128, true},
    {110, true},
    {100, true},
    {150, false},
    {120, false},
    {150, false},
    {80, false},
    {160, false},
};

} // namespace

EventHeader::EventHeader(QWidget *parent)
    : QHeaderView(Qt::Horizontal, parent)
{
    setSectionsMovable(true);
    setFirstSectionMovable(false);
    setSectionsClickable(true);
    setHighlightSections(false);
    setMinimumSectionSize(28);
    setFixedHeight(scaledPx(kHeight));
    setSortIndicatorShown(false);
    setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    setAccessibleName(tr("Columns"));
    const auto edited = [this] {
        if (!m_isResetting) {
            emit columnsEdited();
        }
    };
    connect(this, &QHeaderView::sectionMoved, this, edited);
    connect(this, &QHeaderView::sectionResized, this, [edited](int section) {
        // Summary takes what is left; that is the window's doing, not a person's.
        if (section != static_cast<int>(Column::Summary)) {
            edited();
        }
    });
}

QString EventHeader::columnName(int section) const
{
    return model()->headerData(section, Qt::Horizontal, Qt::DisplayRole).toString();
}

EventTableModel &EventHeader::events() const
{
    return *static_cast<EventTableModel *>(model());
}

void EventHeader::stretchSummary()
{
    setSectionResizeMode(QHeaderView::Interactive);
    setSectionResizeMode(static_cast<int>(Column::Gutter), QHeaderView::Fixed);
    setSectionResizeMode(static_cast<int>(Column::Summary), QHeaderView::Stretch);
}

void EventHeader::resetColumns()
{
    const QScopedValueRollback guard(m_isResetting, true);
    setPaths({});
    for (int section = 0; section < count(); ++section) {
        moveSection(visualIndex(section), section);
        setSectionHidden(section, !kDefaults[section].isShown);
        resizeSection(section, defaultWidth(section));
    }
    stretchSummary();
}

int EventHeader::defaultWidth(int section) const
{
    const bool isWideId = m_isWide && section == static_cast<int>(Column::Id);
    return scaledPx(isWideId                                  ? kWideId
                    : section < EventTableModel::kColumnCount ? kDefaults[section].width
                                                              : kPathWidth);
}

void EventHeader::setWide(bool isWide)
{
    constexpr int id = static_cast<int>(Column::Id);
    const bool isOwnWidth = sectionSize(id) != defaultWidth(id);
    m_isWide = isWide;
    if (!isOwnWidth) {
        const QScopedValueRollback guard(m_isResetting, true);
        resizeSection(id, defaultWidth(id));
    }
}

QByteArray EventHeader::saveColumns() const
{
    QByteArray state;
    QDataStream out(&state, QIODevice::WriteOnly);
    out << kStateFormat << quint32(EventTableModel::kColumnCount) << saveState()
        << events().pathColumns();
    return state;
}

bool EventHeader::restoreColumns(const QByteArray &state)
{
    QDataStream in(state);
    quint32 format = 0;
    quint32 columns = 0;
    QByteArray sections;
    QStringList paths;
    in >> format >> columns >> sections;
    if (format != kFormatWithoutPaths) {
        in >> paths;
    }
    if (in.status() != QDataStream::Ok || (format != kStateFormat && format != kFormatWithoutPaths)
        || columns != EventTableModel::kColumnCount) {
        return false;
    }
    const QScopedValueRollback guard(m_isResetting, true);
    const QStringList pathsBefore = events().pathColumns();
    const QByteArray before = saveState();
    if (!setPaths(paths) || !restoreState(sections)) {
        setPaths(pathsBefore);
        restoreState(before);
        return false;
    }
    setSectionHidden(static_cast<int>(Column::Gutter), false);
    setSortIndicatorShown(false);
    stretchSummary();
    return true;
}

/// The added columns become these; false when one cannot be read.
bool EventHeader::setPaths(const QStringList &paths)
{
    while (!events().pathColumns().isEmpty()) {
        events().removePathColumn(events().columnCount() - 1);
    }
    return std::all_of(paths.begin(), paths.end(), [this](const QString &path) {
        return events().addPathColumn(path).has_value();
    });
}

std::optional<int> EventHeader::addPathColumn(const QString &path)
{
    const qsizetype before = events().pathColumns().size();
    const auto added = events().addPathColumn(path);
    if (!added) {
        return std::nullopt;
    }
    if (events().pathColumns().size() > before) {
        const QScopedValueRollback guard(m_isResetting, true);
        resizeSection(*added, defaultWidth(*added));
        stretchSummary();
    }
    setSectionHidden(*added, false);
    emit columnsEdited();
    return *added;
}

void EventHeader::removePathColumn(int section)
{
    {
        const QScopedValueRollback guard(m_isResetting, true);
        events().removePathColumn(section);
    }
    emit columnsEdited();
}

void EventHeader::fillRemoveMenu(QMenu *menu)
{
    const auto name = u"removeColumnMenu"_s;
    for (QMenu *old : menu->findChildren<QMenu *>(name, Qt::FindDirectChildrenOnly)) {
        old->deleteLater(); // QMenu::clear() takes its entry only
    }
    const QStringList paths = events().pathColumns();
    if (paths.isEmpty()) {
        return;
    }
    QMenu *remove = menu->addMenu(tr("Remove Column"));
    remove->setObjectName(name);
    for (const QString &path : paths) {
        connect(remove->addAction(QString(path).replace(u'&', u"&&"_s)),
                &QAction::triggered,
                this,
                [this, path] {
                    const qsizetype at = events().pathColumns().indexOf(path);
                    if (at >= 0) {
                        removePathColumn(EventTableModel::kColumnCount + static_cast<int>(at));
                    }
                });
    }
}

void EventHeader::fillMenu(QMenu *menu)
{
    for (int visual = 0; visual < count(); ++visual) {
        const int section = logicalIndex(visual);
        if (section == static_cast<int>(Column::Gutter)) {
            continue;
        }
        QAction *action = menu->addAction(columnName(section).replace(u'&', u"&&"_s));
        action->setCheckable(true);
        action->setChecked(!isSectionHidden(section));
        connect(action, &QAction::toggled, this, [this, section](bool isShown) {
            setSectionHidden(section, !isShown);
            if (isShown && sectionSize(section) < defaultWidth(section)) {
                resizeSection(section, defaultWidth(section));
            }
            emit columnsEdited();
        });
    }
    menu->addSeparator();
    connect(menu->addAction(tr("Add Column from Path…")),
            &QAction::triggered,
            this,
            &EventHeader::pathRequested);
    fillRemoveMenu(menu);
    connect(menu->addAction(tr("Reset Columns")), &QAction::triggered, this, [this] {
        resetColumns();
        emit columnsEdited();
    });
}

void EventHeader::contextMenuEvent(QContextMenuEvent *event)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    fillMenu(menu);
    menu->popup(event->globalPos());
}

void EventHeader::paintSection(QPainter *painter, const QRect &rect, int section) const
{
    const Tokens &t = tokens();
    painter->fillRect(rect, t.side);
    painter->fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), t.line);
    if (section == static_cast<int>(Column::Gutter)) {
        return;
    }
    const QFont font = uiFont(13, QFont::Medium);
    const QFontMetrics metrics(font);
    const bool isSorted = sortIndicatorSection() == section;
    const int side = scaledPx(12);
    const int markRoom = isSorted ? side + 4 : 0;
    const QString text = metrics.elidedText(columnName(section),
                                            Qt::ElideRight,
                                            rect.width() - 2 * kPad - markRoom);
    painter->setFont(font);
    painter->setPen(t.text2);
    painter->drawText(rect.adjusted(kPad, 0, -kPad, 0),
                      Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                      text);
    if (isSorted) {
        const QRect mark(rect.left() + kPad + metrics.horizontalAdvance(text) + 4,
                         rect.center().y() - side / 2 + 1,
                         side,
                         side);
        icon(sortIndicatorOrder() == Qt::AscendingOrder ? u"chev-up"_s : u"chev-down"_s)
            .paint(painter, mark);
    }
}

} // namespace playhead
