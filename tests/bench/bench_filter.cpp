// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT

// Looking at many events: filter, text, append and sort, each against a limit or a peer in the same run. Times drift from
// machine to machine, ratios do not. bench_filter [events], a million by default.
#include "model/events/eventlisting.h"
#include "model/events/eventorder.h"
#include "model/events/eventstore.h"
#include "model/events/eventtablemodel.h"
#include "model/events/streamorder.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QHeaderView>
#include <QProcess>
#include <QSortFilterProxyModel>
#include <QStandardPaths>
#include <QTableView>
#include <QTemporaryDir>

#include <algorithm>
#include <cstdio>
#include <limits>
#include <optional>
#include <random>

using namespace playhead;
using namespace Qt::StringLiterals;

namespace {

constexpr quint32 kPage = 1000;
constexpr quint32 kTypes = 22;
constexpr quint32 kOrganizations = 500;
constexpr quint32 kProxyRows =
    400'000; // The proxy's time grows with the square: at a million it takes a minute.

/// Milliseconds of the fastest of some runs.
template<typename Work>
double best(int runs, Work work)
{
    qint64 shortest = std::numeric_limits<qint64>::max();
    for (int i = 0; i < runs; ++i) {
        QElapsedTimer timer;
        timer.start();
        work();
        shortest = std::min(shortest, timer.nsecsElapsed());
    }
    return static_cast<double>(shortest) / 1e6;
}

void report(
    const char *what, double measured, double peer, const char *relation, double bar, bool isHeld)
{
    std::printf("%-58s %10.3f ms %10.3f ms   ratio %9.2f   bar %s %-6g %s\n",
                what,
                measured,
                peer,
                relation[0] == '<' ? measured / peer : peer / measured,
                relation,
                bar,
                isHeld ? "held" : "MISSED");
    std::fflush(stdout);
}

void atMost(const char *what, double measured, double peer, double bar)
{
    report(what, measured, peer, "<=", bar, measured <= bar * peer);
}

void atLeast(const char *what, double measured, double peer, double bar)
{
    report(what, measured, peer, ">=", bar, peer >= bar * measured);
}

/// Makes events of about 950 bytes: 22 types, 501 organizations, one object for each five events.
class Maker
{
public:
    Maker(EventStore &store, const TypeCatalogue &catalogue)
        : m_store(store)
    {
        for (const EventType &type : catalogue.types().first(kTypes)) {
            m_types.append(type.name);
        }
    }

    void add(quint32 count)
    {
        std::vector<DecodedEvent> page;
        page.reserve(kPage);
        for (quint32 i = 0; i < count; ++i) {
            page.push_back(next());
            if (page.size() == kPage || i + 1 == count) {
                if (!m_store.append(page)) {
                    qFatal("the store refuses the events");
                }
                page.clear();
            }
        }
    }

private:
    DecodedEvent next()
    {
        const quint32 number = m_made++;
        const quint32 organization = m_random() % (kOrganizations + 1);
        DecodedEvent event;
        event.fields.id = "evt_" + QByteArray::number(number);
        event.fields.type = m_types[static_cast<qsizetype>(m_random() % kTypes)];
        event.fields.createdAt = instantFromUs(1'795'420'800'000'000 + qint64(number) * 7'000'000);
        event.fields.organizationId = organization == 0 ? QByteArray()
                                                        : "org_" + QByteArray::number(organization);
        event.fields.objectKey = "directory_user:u"
                                 + QByteArray::number(m_random() % (m_made / 5 + 1));
        event.raw = R"({"object":"event","id":")" + event.fields.id + R"(","event":")"
                    + event.fields.type + R"(","data":{"id":"u","organization_id":")"
                    + event.fields.organizationId + R"(","email":"person)"
                    + QByteArray::number(m_random() % 50'000)
                    + R"(@example.com","raw_attributes":{"note":")" + m_filler
                    + R"("}},"created_at":")" + isoUtcMs(event.fields.createdAt) + R"("})";
        return event;
    }

    EventStore &m_store;
    QList<QByteArray> m_types;
    std::mt19937 m_random{1};
    quint32 m_made = 0;
    const QByteArray m_filler = QByteArray("Lorem ipsum, dolor sit amet. ").repeated(24);
};

/// The peer of the filter: the usual way to filter a model in Qt.
class TypeProxy : public QSortFilterProxyModel
{
public:
    void hide(const QString &type)
    {
        m_hidden = type;
        invalidateFilter();
    }

protected:
    bool filterAcceptsRow(int row, const QModelIndex &) const override
    {
        const QModelIndex index = sourceModel()->index(row, int(EventTableModel::Column::Type));
        return m_hidden.isEmpty()
               || sourceModel()->data(index, Qt::DisplayRole).toString() == m_hidden;
    }

private:
    QString m_hidden;
};

quint64 sumOfColumns(const EventSnapshot &events)
{
    quint64 sum = 0;
    for (EventRow row = 0; row < events.rowCount();) {
        const ColumnRun run = events.columnsFrom(row);
        for (const quint16 type : run.type) {
            sum += type;
        }
        for (const quint32 organization : run.organizations) {
            sum += organization;
        }
        row += run.count;
    }
    return sum;
}

EventFilter onlyType(const EventTableModel &model, const QByteArray &shown)
{
    EventFilter filter;
    for (const FacetCounts::TypeCount &type : model.facets().types) {
        if (type.name != shown) {
            filter.hiddenTypes.insert(type.name);
        }
    }
    return filter;
}

void listing(const EventSnapshot &events)
{
    EventListing listing;
    const double load = best(3, [&] { listing.load(events, FetchScope()); });
    volatile quint64 sum = 0;
    const double columns = best(20, [&] { sum = sumOfColumns(events); });
    std::vector<EventRow> shown;
    EventFilter filter;
    filter.hiddenTypes = {events.typeName(0), events.typeName(3)};
    filter.hiddenOrganizations = {events.organizationId(7)};
    const double both = best(20, [&] { listing.filter(filter, nullptr, shown); });
    atMost("4  filter by type and organization : sum of the columns", both, columns, 4);
    std::printf("   (taking up all events into the list: %.1f ms)\n", load);
}

void show(QTableView &view, QAbstractItemModel &model)
{
    view.setModel(&model);
    view.verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    view.verticalHeader()->setDefaultSectionSize(25);
    view.verticalHeader()->hide();
    view.setWordWrap(false);
    view.resize(1000, 700);
    view.show();
    QCoreApplication::processEvents();
}

void repaint(QTableView &view)
{
    QCoreApplication::sendPostedEvents();
    view.viewport()->repaint();
}

void proxyPeer(const TypeCatalogue &catalogue, EventStore &store)
{
    EventTableModel model(catalogue);
    FetchScope scope;
    scope.range = {store.snapshot().createdAt(0), store.snapshot().createdAt(kProxyRows)};
    model.setScope(scope);
    model.setSnapshot(store.snapshot());
    QTableView view;
    show(view, model);
    const EventFilter narrow = onlyType(model, store.snapshot().typeName(1));
    double own = std::numeric_limits<double>::max();
    for (int i = 0; i < 5; ++i) {
        model.setFilter(narrow);
        repaint(view);
        own = std::min(own, best(1, [&] {
                           model.setFilter({});
                           repaint(view);
                       }));
    }
    TypeProxy proxy;
    proxy.setSourceModel(&model);
    QTableView other;
    show(other, proxy);
    proxy.hide(QString::fromUtf8(store.snapshot().typeName(1)));
    repaint(other);
    const double peer = best(1, [&] {
        proxy.hide({});
        repaint(other);
    });
    atLeast("6  back to all of 400,000 rows : QSortFilterProxyModel", own, peer, 500);
}

/// Milliseconds that ripgrep needs to count the lines with the needle, without case; empty when it is not here.
std::optional<double> ripgrep(const QString &needle, const QString &folder)
{
    const QString program = QStandardPaths::findExecutable(u"rg"_s);
    if (program.isEmpty()) {
        return std::nullopt;
    }
    return best(3, [&] {
        QProcess process;
        process.start(
            program,
            {u"-c"_s, u"-i"_s, u"-F"_s, u"--no-config"_s, needle, folder + u"/events.ndjson"_s});
        process.waitForFinished(-1);
    });
}

void text(EventTableModel &model, const QString &needle, const QString &folder)
{
    double own = std::numeric_limits<double>::max();
    for (int i = 0; i < 3; ++i) {
        model.setFilter({});
        own = std::min(own, best(1, [&] {
                           QEventLoop loop;
                           QObject::connect(&model,
                                            &EventTableModel::searchingChanged,
                                            &loop,
                                            [&loop](bool isSearching) {
                                                if (!isSearching) {
                                                    loop.quit();
                                                }
                                            });
                           EventFilter filter;
                           filter.text = needle;
                           model.setFilter(filter);
                           loop.exec();
                       }));
    }
    const QByteArray what = "5  text \"" + needle.toUtf8() + "\" ("
                            + QByteArray::number(model.shownCount()) + " rows) : rg -c -i";
    if (const std::optional<double> peer = ripgrep(needle, folder)) {
        atMost(what.constData(), own, *peer, 0.9);
    } else {
        std::printf("%s: %.1f ms, rg is not here\n", what.constData(), own);
    }
}

void table(const TypeCatalogue &catalogue, EventStore &store, Maker &maker)
{
    EventTableModel model(catalogue);
    const double open = best(1, [&] { model.setSnapshot(store.snapshot()); });
    std::printf("   (showing the store: %.1f ms)\n", open);
    QTableView view;
    show(view, model);
    const EventFilter narrow = onlyType(model, store.snapshot().typeName(1));
    double toNarrow = std::numeric_limits<double>::max();
    for (int i = 0; i < 10; ++i) {
        model.setFilter({});
        repaint(view);
        toNarrow = std::min(toNarrow, best(1, [&] {
                                model.setFilter(narrow);
                                repaint(view);
                            }));
    }
    atMost("6  filter and repaint : 16 ms", toNarrow, 16, 1);

    model.setFilter({});
    view.scrollToBottom();
    const double plain = best(30, [&] { repaint(view); });
    double append = std::numeric_limits<double>::max();
    for (int i = 0; i < 30; ++i) {
        maker.add(100);
        const EventSnapshot grown = store.snapshot();
        append = std::min(append, best(1, [&] {
                              model.updateSnapshot(grown);
                              repaint(view);
                          }));
    }
    atMost("7  append a page of 100 and repaint : a repaint", append, plain, 1.5);

    for (const QString &needle : {u"person77@"_s, u"no such text"_s, u"Lorem"_s}) {
        text(model, needle, store.folder());
    }
}

void sorting(const EventSnapshot &events)
{
    const std::vector<EventRow> order = streamOrder(events);
    std::vector<QByteArray> names;
    for (quint16 i = 0; i < events.typeCount(); ++i) {
        names.push_back(events.typeName(i));
    }
    std::vector<EventRow> rows;
    const double peer = best(1, [&] {
        rows = order;
        std::sort(rows.begin(), rows.end(), [&](EventRow a, EventRow b) {
            const quint16 typeA = events.type(a);
            const quint16 typeB = events.type(b);
            return typeA != typeB ? names[typeA] < names[typeB] : streamBefore(events, a, b);
        });
    });
    const std::vector<EventRow> expected = rows;
    EventOrder byType(
        [&names](EventOrder::Key, quint32 number, EventRow) { return names[number]; });
    byType.set(EventOrder::Key::Type, Qt::AscendingOrder);
    const double own = best(5, [&] {
        rows = order;
        byType.sort(events, rows);
    });
    if (rows != expected) {
        qFatal("the sorts differ");
    }
    atLeast("8  sort by type : std::sort", own, peer, 15);
}

} // namespace

int main(int argc, char **argv)
{
    const QApplication app(argc, argv);
    const quint32 wanted = argc > 1 ? QByteArray(argv[1]).toUInt() : 0;
    const quint32 count = std::max(wanted == 0 ? 1'000'000 : wanted, kProxyRows + kPage);
    const QTemporaryDir folder;
    const auto catalogue = TypeCatalogue::load();
    if (!catalogue) {
        qFatal("no catalogue");
    }
    const auto store = EventStore::open(folder.filePath(u"events"_s), *catalogue);
    if (!store) {
        qFatal("no store");
    }
    Maker maker(**store, *catalogue);
    maker.add(count);
    std::printf("%u events, %.0f MB\n",
                count,
                static_cast<double>((*store)->snapshot().rawBytes()) / 1e6);
    listing((*store)->snapshot());
    sorting((*store)->snapshot());
    proxyPeer(*catalogue, **store);
    table(*catalogue, **store, maker);
    return 0;
}
