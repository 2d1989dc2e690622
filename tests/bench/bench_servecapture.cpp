// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
// A capture served from its map: time until it is ready, anonymous memory, pages per second. Argument: number of events
// (1,000,000 unless given).
#include "model/events/typecatalogue.h"
#include "model/server/servedconfig.h"
#include "tests/bench/benchevents.h"
#include "tests/bench/pagewalk.h"
#include "tests/support/keptconnection.h"
#include "tests/support/processmemory.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QUrl>

#include <cstdlib>
#include <ctime>

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
        std::printf("%s, %d clients: %.0f pages/s; processor %.0f us a page\n",
                    what,
                    clients,
                    speed.pagesPerSecond,
                    speed.cpuUs);
    }
}

} // namespace

int main(int argc, char *argv[])
{
    const quint32 wanted = argc > 1 ? quint32(std::atoi(argv[1])) : 1'000'000;
    const TypeCatalogue catalogue = TypeCatalogue::load().value();
    const QTemporaryDir folder(QDir::currentPath()
                               + u"/bench-serve"_s); // on the disk, not in a memory file system
    const QString path = folder.filePath(u"events.ndjson"_s);
    const double fileBytes = writeCapture(path, wanted);
    const double before = anonymousBytes();
    std::unique_ptr<LocalEventsApi> api;
    const std::clock_t cpuBefore = std::clock();
    const double seconds = secondsOf([&] {
        api = LocalEventsApi::start(servedConfig(captureSource({path}, catalogue).value()),
                                    catalogue)
                  .value();
    });
    const double cpu = double(std::clock() - cpuBefore) / CLOCKS_PER_SEC;
    const double anonymous = anonymousBytes() - before;
    std::printf(
        "%u events, %.0f MB: ready in %.2f s, %.2f s of the processor; anonymous memory %.0f MB, %.1f bytes an event, %.1f %% of the file\n",
        wanted,
        fileBytes / 1e6,
        seconds,
        cpu,
        anonymous / 1e6,
        anonymous / wanted,
        anonymous / fileBytes * 100);
    const auto port = quint16(api->url().port());
    measurePages(port, "pages of 100 by after", "limit=100", true);
    measurePages(port, "the page of a rare type", "limit=100&events=vault.data.deleted", false);
    std::printf("anonymous memory after all of that: %.0f MB\n", (anonymousBytes() - before) / 1e6);
    std::printf("ended in %.2f s\n", secondsOf([&api] { api.reset(); }));
    return 0;
}
