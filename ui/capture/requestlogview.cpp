// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "ui/capture/requestlogview.h"

#include "ui/capture/requestlogmodel.h"
#include "ui/shared/logdelegate.h"

namespace playhead {

using namespace Qt::StringLiterals;
using Column = RequestLogModel::Column;

namespace {

// By Column; the rest of the width goes to what was asked.
constexpr int kWidths[] = {74, 106, 66, 200, 104, 96, 140, 62, 68, 72, 56, 116};
static_assert(std::size(kWidths) == RequestLogModel::kColumnCount);

class ServedDelegate : public LogDelegate
{
protected:
    LogCell cellAt(const QModelIndex &index) const override
    {
        const auto column = Column(index.column());
        LogCell cell;
        cell.isNumber = RequestLogModel::isNumber(column);
        cell.isMono = column == Column::Cursor || column == Column::Next;
        if (column == Column::Fault) {
            cell.look = LogCell::Look::Chip;
        } else if (column == Column::Asked || column == Column::Events) {
            cell.look = LogCell::Look::Strong;
        } else if (column == Column::Code && index.data(RequestLogModel::RefusedRole).toBool()) {
            cell.look = LogCell::Look::Danger;
        }
        return cell;
    }
};

} // namespace

RequestLogView::RequestLogView(RequestLogModel &model, QWidget *parent)
    : LogTable(model, {{std::begin(kWidths), std::end(kWidths)}, int(Column::Asked)}, parent)
{
    setObjectName(u"requestLog"_s);
    // `Request log` is the one of what Playhead asks (design, section 12).
    setAccessibleName(tr("Request log of the local Events API"));
    setLogDelegate(new ServedDelegate);
}

} // namespace playhead
