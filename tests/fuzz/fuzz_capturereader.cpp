// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
// The capture reader: any file is refused with words, or its events lie in it and nothing of it is counted twice.
#include "model/captures/capturereader.h"
#include "tests/fuzz/fuzzinput.h"

#include <QFile>
#include <QTemporaryDir>

using namespace playhead;
using namespace playhead::fuzz;
using namespace Qt::StringLiterals;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const TypeCatalogue catalogue = TypeCatalogue::load().value();
    static const QTemporaryDir folder;
    const QString path = folder.filePath(u"capture.ndjson"_s);
    {
        QFile file(path);
        require(file.open(QIODevice::WriteOnly)
                    && file.write(reinterpret_cast<const char *>(data), static_cast<qint64>(size))
                           == static_cast<qint64>(size),
                "the capture can be written");
    }
    const auto file = CaptureFile::open(path);
    require(file.has_value(), "a file can be opened");
    const QByteArrayView bytes = (*file)->bytes();
    quint64 visited = 0;
    const char *last = bytes.data();
    const auto content =
        readCapture(**file, catalogue, [&](QByteArrayView event, const EventFields &fields) {
            ++visited;
            require(event.data() >= last
                        && event.data() + event.size() <= bytes.data() + bytes.size(),
                    "events lie in the file, one behind the other");
            last = event.data() + event.size();
            const Result<DecodedEvent> alone = decodeEvent(event, catalogue);
            require(alone.has_value() && alone->fields == fields,
                    "an event's bytes hold its fields");
        });
    if (!content) {
        require(!content.error().message.isEmpty(), "a refusal has words");
        return 0;
    }
    require(content->events == visited && visited > 0, "every event is counted once");
    require(content->firstLeftOut.size() == std::min<quint64>(100, content->leftOut),
            "what is left out is told");
    quint64 before = 0;
    for (const LineLeftOut &line : content->firstLeftOut) {
        require(line.line > before && !line.reason.isEmpty(), "each with its line and a reason");
        before = line.line;
    }
    return 0;
}
