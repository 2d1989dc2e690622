// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/captures/capturereader.h"
#include "model/server/servedsource.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <algorithm>

namespace playhead {

using namespace Qt::StringLiterals;

namespace {

QString text(const char *sentence)
{
    return QCoreApplication::translate("ServedSource", sentence);
}

using CaptureFiles = std::vector<std::shared_ptr<const CaptureFile>>;

QString leftOutNote(const QString &name, const CaptureContent &content)
{
    const LineLeftOut &first = content.firstLeftOut.front();
    return text("%1: lines that are no event, left out: %2 (first line %3: %4)")
        .arg(name, QString::number(content.leftOut), QString::number(first.line), first.reason);
}

struct Doubles
{
    size_t count = 0;
    size_t differing = 0; ///< Those with other bytes.
};

/// Takes every event out whose id came before.
Doubles dropDoubles(std::vector<ServedEvent> &events)
{
    Doubles doubles;
    std::vector<bool> isDouble;
    const auto numbers = sortedByHash(events, &ServedEvent::idHash);
    for (size_t begin = 0, end = 0; begin < numbers.size(); begin = end) {
        for (end = begin + 1; end < numbers.size() && numbers[end].first == numbers[begin].first;) {
            ++end;
        }
        std::vector<std::pair<QByteArray, quint32>>
            firsts; // more than one only when hashes collide
        for (size_t i = begin; end - begin > 1 && i < end; ++i) {
            const ServedEvent &event = events[numbers[i].second];
            const QByteArray id = idInEvent(event.bytes());
            const auto first = std::find_if(firsts.begin(), firsts.end(), [&id](const auto &known) {
                return known.first == id;
            });
            if (first == firsts.end()) {
                firsts.emplace_back(id, numbers[i].second);
                continue;
            }
            isDouble.resize(events.size());
            isDouble[numbers[i].second] = true;
            ++doubles.count;
            doubles.differing += event.bytes() == events[first->second].bytes() ? 0 : 1;
        }
    }
    if (doubles.count > 0) {
        size_t number = 0;
        std::erase_if(events, [&](const ServedEvent &) { return isDouble[number++]; });
    }
    return doubles;
}

QString doublesNote(const Doubles &doubles)
{
    return doubles.differing == 0
               ? text("Ids that came again, served once: %1").arg(doubles.count)
               : text("Ids that came again, served once with the bytes that came first: %1 (with "
                      "other bytes: %2)")
                     .arg(QString::number(doubles.count), QString::number(doubles.differing));
}

QString labelOf(const QStringList &paths)
{
    QStringList names;
    for (const QString &path : paths) {
        names.append(QFileInfo(path).fileName());
    }
    return names.join(", "_L1);
}

} // namespace

Result<ServedSource> captureSource(const QStringList &paths,
                                   const TypeCatalogue &catalogue,
                                   const std::stop_token &stop)
{
    if (paths.isEmpty()) {
        return failure(ErrorCode::WrongUsage,
                       text("No capture was named. Name at least one file."));
    }
    ServedSource source;
    CaptureFiles files;
    for (const QString &path : paths) {
        const auto file = CaptureFile::open(path);
        if (!file) {
            return tl::unexpected(file.error());
        }
        const auto content = readCapture(
            **file,
            catalogue,
            [&source](QByteArrayView event, const EventFields &fields) {
                source.events.push_back(servedEvent(event, fields, source.names));
            },
            stop);
        if (!content) {
            return tl::unexpected(content.error());
        }
        if (content->leftOut > 0) {
            source.notes.append(leftOutNote((*file)->name(), *content));
        }
        files.push_back(*file);
        source.owners.push_back(*file);
    }
    source.wholeCheck = [files] {
        return std::all_of(files.begin(), files.end(), [](const auto &file) {
            return file->isWhole();
        });
    };
    // The bytes that came first win, so doubles go before the order of the files does.
    if (const Doubles doubles = dropDoubles(source.events); doubles.count > 0) {
        source.notes.append(doublesNote(doubles));
    }
    sortByTime(source.events);
    source.events.shrink_to_fit();
    source.isRead = true;
    source.streamId = contentStreamId("capture", source.events);
    source.label = labelOf(paths);
    source.end = source.events.back().createdAt;
    return source;
}

} // namespace playhead
