// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
// A capture served from its map: time until it is ready, anonymous memory, pages per second.
#include "model/events/typecatalogue.h"
#include "model/server/servedconfig.h"
#include "tests/bench/benchevents.h"
#include "tests/bench/benchstore.h"
#include "tests/bench/pagewalk.h"
#include "tests/support/keptconnection.h"
#include "tests/support/processmemory.h"

#include <QFile>
#include <QTemporaryDir>
#include <QUrl>

using namespace playhead;
using namespace playhead::bench;
using namespace Qt::StringLiterals;

namespace {

constexpr quint32 kChunk = 50'000;

/// Streams one behind the other, each with its own ids, over the same months: the capture is not in the order of time.
double writeCapture(const QString &path, quint32 count)
{
    QFile file(path);
    require(file.open(QFile::WriteOnly), "open");
    for (quint32 done = 0, seed = 1; done < count; done += kChunk, ++seed) {
        for (const QByteArray &event : bench::events(seed, std::min(kChunk, count - done))) {
            require(file.write(event + '\n') > 0, "write");
        }
    }
    return double(file.size());
}

void measurePages(quint16 port, const char *what, const QByteArray &query, bool followsAfter)
{
    for (const int clients : {1, 4, 16}) {
        const Walk walk{query, kHeaders, followsAfter, clients};
        speedOf(port, walk); // what the map has not read yet is read here
        const Speed speed = speedOf(port, walk);
        told({{},
              QByteArray(what) + ", " + QByteArray::number(clients) + " clients",
              0,
              speed.pagesPerSecond,
              {},
              0,
              "pages/s"});
    }
}

} // namespace

int main(int argc, char **argv)
{
    const quint32 wanted = wantedEvents(argc, argv).front();
    const TypeCatalogue types = catalogue();
    const QTemporaryDir folder(dataRoot() + u"/serve"_s);
    const QString path = folder.filePath(u"events.ndjson"_s);
    const double fileMb = writeCapture(path, wanted) / 1e6;
    const double before = anonymousBytes();
    std::unique_ptr<LocalEventsApi> api;
    const double seconds = secondsOf([&] {
        api = LocalEventsApi::start(servedConfig(captureSource({path}, types).value()), types)
                  .value();
    });
    told({{}, "served capture: ready", wanted, seconds, {}, 0, "s"});
    const auto tellMemory = [&](const char *what) {
        told({{}, what, wanted, (anonymousBytes() - before) / 1e6, "its bytes", fileMb, "MB"});
    };
    tellMemory("served capture: anonymous memory");
    const auto port = quint16(api->url().port());
    measurePages(port, "served capture: pages of 100", "limit=100", true);
    measurePages(port,
                 "served capture: a rare type's page",
                 "limit=100&events=vault.data.deleted",
                 false);
    tellMemory("served capture: anonymous memory afterwards");
    return 0;
}
