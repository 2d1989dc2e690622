// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "ui/requests/sentrequestview.h"

#include "ui/requests/sentrequestmodel.h"
#include "ui/shared/logdelegate.h"

#include <algorithm>

namespace playhead {

using namespace Qt::StringLiterals;
using Column = SentRequestModel::Column;

namespace {

// By Column; the rest of the width goes to what was asked.
constexpr int kWidths[] = {56, 100, 200, 72, 140, 44, 60, 72, 72, 56, 52, 132};
static_assert(std::size(kWidths) == SentRequestModel::kColumnCount);

class SentDelegate : public LogDelegate
{
protected:
    LogCell cellAt(const QModelIndex &index) const override
    {
        const auto column = Column(index.column());
        LogCell cell;
        cell.isNumber = SentRequestModel::isNumber(column);
        cell.isMono = column == Column::Cursor || column == Column::Next
                      || column == Column::RequestId;
        if (column == Column::Asked || column == Column::Events) {
            cell.look = LogCell::Look::Strong;
        } else if (column == Column::Code && index.data(SentRequestModel::FailedRole).toBool()) {
            cell.look = LogCell::Look::Danger;
        } else if (column == Column::Code && index.data(SentRequestModel::NotedRole).toBool()) {
            cell.look = LogCell::Look::Warning;
        }
        return cell;
    }
};

} // namespace

SentRequestView::SentRequestView(SentRequestModel &model, QWidget *parent)
    : LogTable(model, {{std::begin(kWidths), std::end(kWidths)}, int(Column::Asked)}, parent)
    , m_model(model)
{
    setObjectName(u"sentRequests"_s);
    setAccessibleName(tr("Request log"));
    setSelectionMode(ExtendedSelection);
    setLogDelegate(new SentDelegate);
}

std::vector<quint64> SentRequestView::selectedNumbers() const
{
    std::vector<quint64> numbers;
    const QModelIndexList rows = selectionModel()->selectedRows();
    for (const QModelIndex &row : rows) {
        numbers.push_back(m_model.requestAt(row.row()).number);
    }
    std::sort(numbers.begin(), numbers.end());
    return numbers;
}

void SentRequestView::selectNumbers(const std::vector<quint64> &numbers)
{
    QItemSelection selection;
    for (const quint64 number : numbers) {
        if (const int row = m_model.rowOf(number); row >= 0) {
            selection.select(m_model.index(row, 0),
                             m_model.index(row, SentRequestModel::kColumnCount - 1));
        }
    }
    if (!selection.isEmpty()) {
        const QModelIndex last = selection.last().topLeft();
        selectionModel()->setCurrentIndex(last, QItemSelectionModel::NoUpdate);
        selectionModel()->select(selection, QItemSelectionModel::ClearAndSelect);
    }
}

} // namespace playhead
