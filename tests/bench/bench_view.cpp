// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
// Bar 6: filter and repaint within a frame; back to all rows against QSortFilterProxyModel.
#include "tests/bench/benchreport.h"
#include "tests/bench/benchstore.h"
#include "tests/bench/benchtime.h"
#include "tests/bench/benchview.h"

#include <QApplication>
#include <QHeaderView>
#include <QSortFilterProxyModel>

#include <limits>

using namespace playhead;
using namespace Qt::StringLiterals;

namespace {

constexpr double kFrameMs = 16;
/// The proxy's time grows with the square: at a million it takes a minute.
constexpr quint32 kProxyRows = 400'000;

/// The usual way to filter a model in Qt.
class TypeProxy : public QSortFilterProxyModel
{
public:
    void showOnly(const QString &type)
    {
        m_shown = type;
        invalidateFilter();
    }

protected:
    bool filterAcceptsRow(int row, const QModelIndex &) const override
    {
        const QModelIndex index = sourceModel()->index(row, int(EventTableModel::Column::Type));
        return m_shown.isEmpty()
               || sourceModel()->data(index, Qt::DisplayRole).toString() == m_shown;
    }

private:
    QString m_shown;
};

/// Milliseconds of `work` and the paint after it, from `before` on, best of some runs.
double changeAndPaint(bench::ShownEvents &shown,
                      const EventFilter &before,
                      const EventFilter &after)
{
    double best = std::numeric_limits<double>::max();
    for (int run = 0; run < 15; ++run) {
        shown.filter(before);
        shown.repaint();
        best = std::min(best, bench::bestMs(1, [&] {
                            shown.filter(after);
                            shown.repaint();
                        }));
    }
    return best;
}

void frames(const EventSnapshot &events, const TypeCatalogue &catalogue)
{
    bench::ShownEvents shown(catalogue, events);
    const EventFilter narrow = bench::onlyType(shown.model(), events.typeName(1));
    const auto frame = [&events](const char *what, double ms) {
        bench::atMost({"6", what, events.rowCount(), ms, "a frame", kFrameMs, "ms"}, 1);
    };
    frame("filter and repaint", changeAndPaint(shown, {}, narrow));
    frame("back to all and repaint", changeAndPaint(shown, narrow, {}));
    const EventFilter text = bench::textFilter(u"type:"_s + QString::fromUtf8(events.typeName(1)));
    bench::told({"6",
                 "type: in the language and repaint",
                 events.rowCount(),
                 changeAndPaint(shown, {}, text),
                 "a frame",
                 kFrameMs,
                 "ms"});
}

double proxyMs(EventTableModel &model, const QString &type)
{
    TypeProxy proxy;
    proxy.setSourceModel(&model);
    QTableView view;
    view.setModel(&proxy);
    view.verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    view.verticalHeader()->hide();
    view.setWordWrap(false);
    view.resize(1000, 700);
    view.show();
    QCoreApplication::processEvents();
    proxy.showOnly(type);
    view.viewport()->repaint();
    return bench::bestMs(1, [&] {
        proxy.showOnly({});
        view.viewport()->repaint();
    });
}

void againstProxy(const EventSnapshot &events, const TypeCatalogue &catalogue)
{
    const quint32 rows = std::min(kProxyRows, events.rowCount());
    FetchScope scope; // Made events are stored in the order of time.
    scope.range = {events.createdAt(0), events.createdAt(rows - 1)};
    bench::ShownEvents shown(catalogue, events, scope);
    const QByteArray type = events.typeName(1);
    const double own = changeAndPaint(shown, bench::onlyType(shown.model(), type), {});
    shown.filter({});
    const QModelIndex first = shown.model().index(0, int(EventTableModel::Column::Type));
    bench::quickerBy({"6",
                      "back to all rows and repaint",
                      shown.model().shownCount(),
                      own,
                      "QSortFilterProxyModel",
                      proxyMs(shown.model(), first.data().toString()),
                      "ms"},
                     500);
}

} // namespace

int main(int argc, char **argv)
{
    const std::vector<quint32> counts = bench::wantedEvents(argc, argv);
    const auto application = bench::makeApplication(argc, argv);
    const TypeCatalogue catalogue = bench::catalogue();
    for (const quint32 count : counts) {
        const auto store = bench::openStore(count, catalogue);
        frames(store->snapshot(), catalogue);
        if (count == counts.front()) {
            againstProxy(store->snapshot(), catalogue);
        }
    }
    return 0;
}
