// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QList>

#include <vector>

/// One line of tests/data/eventscontract.txt, which says what the columns are.
struct ContractRow
{
    QByteArray name;
    QList<QByteArray> switches; ///< `name=value`
    QByteArray query;
    int status = 0;
    QByteArray answer;
};

/// All rows; empty when the file cannot be read or a line has not five columns.
std::vector<ContractRow> contractRows();

/// The events that the table is about, in its order.
std::vector<QByteArray> contractEvents();

/// `event_c` for `c`, as the table calls its events.
QByteArray contractId(const QByteArray &name);
