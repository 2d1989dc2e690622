// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "tests/bench/pagewalk.h"

#include "tests/bench/benchevents.h"
#include "tests/support/keptconnection.h"

#include <barrier>
#include <ctime>
#include <thread>

namespace playhead::bench {

QByteArray requestFor(const Walk &walk, QByteArrayView after)
{
    QByteArray request = "GET /events?" + walk.query;
    if (!after.isEmpty()) {
        request.append("&after=").append(after);
    }
    return request.append(" HTTP/1.1\r\nHost: 127.0.0.1").append(walk.headers).append("\r\n");
}

QByteArray afterOf(QByteArrayView page)
{
    constexpr QByteArrayView kName("\"after\":\"");
    const QByteArrayView tail = page.last(std::min<qsizetype>(page.size(), 100));
    const qsizetype at = tail.indexOf(kName);
    const qsizetype begin = at + kName.size();
    return at < 0 ? QByteArray()
                  : tail.sliced(begin, tail.indexOf('"', begin) - begin).toByteArray();
}

Speed speedOf(quint16 port, const Walk &walk)
{
    std::barrier<> start(walk.clients + 1);
    std::vector<std::jthread> clients;
    for (int i = 0; i < walk.clients; ++i) {
        clients.emplace_back([&walk, &start, port] {
            KeptConnection connection(port);
            QByteArray after;
            start.arrive_and_wait();
            for (int n = 0; n < walk.pages / walk.clients; ++n) {
                require(connection.send(requestFor(walk, after)), "send");
                const auto answer = connection.receive();
                require(answer.status == 200 && answer.isWhole, "page");
                if (walk.followsAfter) {
                    after = afterOf(answer.body);
                }
            }
        });
    }
    start.arrive_and_wait();
    const std::clock_t cpuBefore = std::clock();
    const double seconds = secondsOf([&clients] { clients.clear(); });
    const double cpu = double(std::clock() - cpuBefore) / CLOCKS_PER_SEC;
    const double pages = walk.pages / walk.clients * walk.clients;
    return {pages / seconds, cpu / pages * 1e6};
}

} // namespace playhead::bench
