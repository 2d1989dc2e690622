// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/events/eventtablemodel.h"
#include "tests/model/events/madeevents.h"

#include <QAbstractItemModelTester>

namespace playhead {

/// The members of an object of an organization.
inline QByteArray user(const QByteArray &id,
                       const QByteArray &organization,
                       const QByteArray &more = {})
{
    return "\"id\":\"" + id + R"(","organization_id":")" + organization + '"'
           + (more.isEmpty() ? QByteArray() : ',' + more);
}

/// A model under the eyes of Qt's tester.
struct Table
{
    explicit Table(const MadeStore &store)
        : model(store.catalogue())
        , tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest)
    {}
    QVariant at(int row, EventTableModel::Column column, int role = Qt::DisplayRole) const
    {
        return model.data(model.index(row, int(column)), role);
    }
    std::vector<EventRow> rows() const
    {
        std::vector<EventRow> all;
        for (int i = 0; i < model.rowCount(); ++i) {
            all.push_back(
                at(i, EventTableModel::Column::Time, EventTableModel::EventRowRole).toUInt());
        }
        return all;
    }

    EventTableModel model;
    QAbstractItemModelTester tester;
};

} // namespace playhead
