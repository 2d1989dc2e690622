// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
// Pages per second of the local Events API against the library that carries it, serving one fixed page of equal size, in
// alternate rounds. Argument: number of events (100,000 unless given).
#include "model/events/typecatalogue.h"
#include "model/server/demoserver.h"
#include "model/server/loopbackserver.h"
#include "tests/bench/benchevents.h"
#include "tests/bench/pagewalk.h"
#include "tests/support/keptconnection.h"

#include <QUrl>

#include <cstdlib>
#include <thread>

using namespace playhead;
using namespace playhead::bench;

namespace {

constexpr int kRounds = 9;
constexpr size_t kThreads = 64; // as many as the local Events API has

/// The library without anything of ours but the settings: every request gets the same page.
class FixedPage
{
public:
    explicit FixedPage(const QByteArray &page)
        : m_page(page.toStdString())
    {
        m_server.new_task_queue = [] { return new httplib::ThreadPool(kThreads); };
        m_server.set_tcp_nodelay(true);
        m_server.set_keep_alive_max_count(1'000'000'000);
        m_server.Get("/events", [this](const httplib::Request &, httplib::Response &response) {
            response.set_content(m_page, "application/json");
        });
        m_port = quint16(m_server.bind_to_any_port("127.0.0.1"));
        require(m_port > 0, "bind");
        m_thread = std::thread([this] { m_server.listen_after_bind(); });
        while (!m_server.is_running()) {
            std::this_thread::yield();
        }
    }
    ~FixedPage()
    {
        m_server.stop();
        m_thread.join();
    }
    Q_DISABLE_COPY_MOVE(FixedPage)

    quint16 port() const { return m_port; }

private:
    std::string m_page;
    httplib::Server m_server;
    std::thread m_thread;
    quint16 m_port = 0;
};

struct Compared
{
    Speed ours; ///< Medians.
    Speed fixed;
    double ratio = 0; ///< Median of the rounds' own ratios.
};

double median(std::vector<double> values)
{
    std::sort(values.begin(), values.end());
    return values[values.size() / 2];
}

Speed median(const std::vector<Speed> &speeds)
{
    std::vector<double> pages;
    std::vector<double> cpu;
    for (const Speed &speed : speeds) {
        pages.push_back(speed.pagesPerSecond);
        cpu.push_back(speed.cpuUs);
    }
    return {median(pages), median(cpu)};
}

Compared compare(quint16 ours, quint16 fixed, const Walk &walk)
{
    std::vector<Speed> own;
    std::vector<Speed> others;
    std::vector<double> ratios;
    for (int round = 0; round < kRounds; ++round) {
        const bool isOursFirst = round % 2 == 0;
        const Speed first = speedOf(isOursFirst ? ours : fixed, walk);
        const Speed second = speedOf(isOursFirst ? fixed : ours, walk);
        own.push_back(isOursFirst ? first : second);
        others.push_back(isOursFirst ? second : first);
        ratios.push_back(own.back().pagesPerSecond / others.back().pagesPerSecond);
    }
    return {median(own), median(others), median(ratios)};
}

Measured measured(const QByteArray &what, const Compared &found)
{
    return {{},
            "served: " + what,
            0,
            found.ours.pagesPerSecond,
            "its library with one fixed page",
            found.ours.pagesPerSecond / found.ratio,
            "pages/s"};
}

void compareWithBar(const QByteArray &what, quint16 ours, quint16 fixed, const Walk &walk)
{
    const Compared found = compare(ours, fixed, walk);
    const QByteArray clients = QByteArray::number(walk.clients) + " clients";
    atLeast(measured(what + ", " + clients, found), 0.5);
    told({{},
          "served: processor for a page, " + clients,
          0,
          found.ours.cpuUs,
          "its library with one fixed page",
          found.fixed.cpuUs,
          "us"});
}

QByteArray firstPage(quint16 port, const Walk &walk)
{
    KeptConnection connection(port);
    require(connection.send(requestFor(walk, {})), "send");
    return connection.receive().body.toByteArray();
}

/// A page of the usual size: all pages of the walk are read, and the one nearest to their mean is given.
QByteArray meanPage(quint16 port)
{
    std::vector<QByteArray> pages;
    KeptConnection connection(port);
    double bytes = 0;
    QByteArray after;
    do {
        require(connection.send(requestFor({"limit=100"}, after)), "send");
        pages.push_back(connection.receive().body.toByteArray());
        bytes += double(pages.back().size());
        after = afterOf(pages.back());
    } while (!after.isEmpty());
    const auto mean = qsizetype(bytes / double(pages.size()));
    std::printf("%zu pages of %lld bytes in the mean\n", pages.size(), qlonglong(mean));
    return *std::min_element(pages.begin(), pages.end(), [mean](const auto &a, const auto &b) {
        return std::abs(a.size() - mean) < std::abs(b.size() - mean);
    });
}

/// Both pack it anew for each answer.
void measurePacked(quint16 port)
{
    const QByteArray headers = kHeaders.toByteArray() + "Accept-Encoding: gzip\r\n";
    const Walk walk{"limit=100", headers, false, 4, kPages / 5};
    const FixedPage fixed(firstPage(port, {walk.query}));
    compareWithBar("one page as gzip", port, fixed.port(), walk);
}

/// A type that hardly occurs: each page looks at all events.
void measureRare(quint16 port, const QByteArray &type)
{
    const Walk walk{"limit=100&events=" + type, kHeaders, false};
    const QByteArray page = firstPage(port, walk);
    const FixedPage fixed(page);
    const auto events = QByteArray::number(page.count("{\"object\":\"event\""));
    told(measured(type + ", one page with its " + events + " events",
                  compare(port, fixed.port(), walk)));
}

} // namespace

int main(int argc, char *argv[])
{
    const quint32 count = argc > 1 ? quint32(std::atoi(argv[1])) : 100'000;
    const TypeCatalogue catalogue = TypeCatalogue::load().value();
    const DemoPlan plan{1, count, instantFromUs(1'795'420'800'000'000)};
    const auto api = LocalEventsApi::start(demoConfig(plan), catalogue).value();
    const auto port = quint16(api->url().port());
    const QByteArray page = meanPage(port);
    const FixedPage fixed(page);
    for (const int clients : {1, 4, 16}) {
        compareWithBar("pages of 100", port, fixed.port(), {"limit=100", kHeaders, true, clients});
    }
    measurePacked(port);
    measureRare(port, "vault.data.deleted");
    return 0;
}
