// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "app/demotable.h"

#include "model/core/clock.h"
#include "model/events/eventfields.h"
#include "model/server/demostream.h"

#include <QList>

#include <algorithm>
#include <array>
#include <vector>

namespace playhead {

namespace {

constexpr size_t kColumns = 4;
using TableRow = std::array<QByteArray, kColumns>;

} // namespace

bool hasDisplay()
{
#if defined(Q_OS_WIN) || defined(Q_OS_MACOS)
    return true;
#else
    constexpr const char *kNames[] = {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"};
    return std::any_of(std::begin(kNames), std::end(kNames), [](const char *name) {
        return !qEnvironmentVariableIsEmpty(name);
    });
#endif
}

QByteArray demoTable(int count, const TypeCatalogue &catalogue)
{
    DemoPlan plan;
    plan.end = SystemClock().now();
    const std::vector<QByteArray> events = makeDemoStream(plan);

    std::vector<TableRow> rows{{"TIME (UTC)", "TYPE", "ORGANIZATION", "ID"}};
    for (const QByteArray &event : events) {
        if (rows.size() > static_cast<size_t>(count)) {
            break;
        }
        if (const Result<DecodedEvent> decoded = decodeEvent(event, catalogue)) {
            const EventFields &fields = decoded->fields;
            rows.push_back(
                {isoUtcMs(fields.createdAt),
                 fields.type,
                 fields.organizationId.isEmpty() ? QByteArrayLiteral("-") : fields.organizationId,
                 fields.id});
        }
    }

    std::array<qsizetype, kColumns> widths{};
    for (const TableRow &row : rows) {
        for (size_t column = 0; column < kColumns; ++column) {
            widths[column] = std::max(widths[column], row[column].size());
        }
    }
    QByteArray table;
    for (const TableRow &row : rows) {
        for (size_t column = 0; column + 1 < kColumns; ++column) {
            table += row[column].leftJustified(widths[column] + 2);
        }
        table += row.back() + '\n';
    }
    return table;
}

} // namespace playhead
