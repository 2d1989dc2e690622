// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/captures/capturestore.h"

#include "model/captures/captureindexing.h"
#include "model/events/eventcolumns.h"

#include <QCoreApplication>

namespace playhead {

namespace {

QString text(const char *sentence)
{
    return QCoreApplication::translate("CaptureStore", sentence);
}

CaptureStamp stampOf(const CaptureFile &file, quint64 rules)
{
    const qsizetype size = file.bytes().size();
    return {size, file.writtenAt().toMSecsSinceEpoch(), file.sampleSum(size), rules};
}

tl::unexpected<Error> writtenAnew(const CaptureFile &file)
{
    return failure(ErrorCode::Unreadable,
                   text(
                       "%1 was cut or written anew while it was open. Open it again to see what it "
                       "holds now.")
                       .arg(file.name()));
}

} // namespace

struct CaptureStore::Private
{
    Private(std::shared_ptr<const CaptureFile> given,
            const QString &cacheFolder,
            const TypeCatalogue &types)
        : rules(columnRules(types))
        , indexing(std::move(given), cacheFolder, types)
    {}

    Status open(const Progress &progress, const std::stop_token &stop);
    Result<bool> takeNewFile(bool &isSeen);
    void save() { indexing.index.save(stampOf(*indexing.file, rules), indexing.place); }
    CaptureFacts factsNow() const;

    const quint64 rules;
    CaptureIndexing indexing;
    CaptureFacts facts;
    bool isUnsaved = false;
    bool isLost = false; // cut or written anew
    bool isAtRest = false; // could not be read on: nothing more is read or kept
};

CaptureStore::CaptureStore() = default;

CaptureStore::~CaptureStore()
{
    if (d->isUnsaved && !d->isLost && !d->isAtRest) {
        d->save();
    }
}

Status CaptureStore::Private::open(const Progress &progress, const std::stop_token &stop)
{
    if (auto place = indexing.index.load(stampOf(*indexing.file, rules))) {
        indexing.place = std::move(*place);
        indexing.publish();
        facts = factsNow();
        return {};
    }
    Status status = indexing.index.reset();
    status = status ? indexing.readAll(progress, stop) : status;
    if (status) {
        save();
        facts = factsNow();
    }
    return status;
}

CaptureFacts CaptureStore::Private::factsNow() const
{
    const CapturePlace &place = indexing.place;
    return {place.leftOut,
            place.firstLeftOut,
            place.doubles,
            indexing.unfinishedLine(),
            {instantFromUs(place.oldestUs),
             instantFromUs(place.newestUs) + std::chrono::milliseconds(1)},
            !place.isArray};
}

Result<std::unique_ptr<CaptureStore>> CaptureStore::open(std::shared_ptr<const CaptureFile> file,
                                                         const QString &cacheFolder,
                                                         const TypeCatalogue &catalogue,
                                                         const Progress &progress,
                                                         const std::stop_token &stop)
{
    std::unique_ptr<CaptureStore> store(new CaptureStore); // its constructor is private
    store->d = std::make_unique<Private>(std::move(file), cacheFolder, catalogue);
    if (const Status status = store->d->open(progress, stop); !status) {
        return tl::unexpected(status.error());
    }
    return store;
}

EventSnapshot CaptureStore::snapshot() const
{
    return EventSnapshot(d->indexing.data());
}

const CaptureFacts &CaptureStore::facts() const
{
    return d->facts;
}

const CaptureFile &CaptureStore::file() const
{
    return *d->indexing.file;
}

quint64 CaptureStore::parsedLines() const
{
    return d->indexing.parsedLines;
}

/// Maps the file anew when it has grown; false when it has not. What it held before must still be there.
Result<bool> CaptureStore::Private::takeNewFile(bool &isSeen)
{
    const CaptureFile &known = *indexing.file;
    const qsizetype size = known.bytes().size();
    auto now = CaptureFile::open(known.name());
    if (!now) {
        return false; // gone, or not to be read any more: the mapped bytes stay
    }
    const CaptureFile &file = **now;
    const bool isGrown = file.bytes().size() > size;
    if (!isGrown && file.bytes().size() == size && file.writtenAt() == known.writtenAt()) {
        return false;
    }
    isSeen = true;
    // A new time alone may mean new bytes in the middle: then every byte is looked at, which is rare.
    const bool isSame = file.bytes().size() >= size && file.sampleSum(size) == known.sampleSum(size)
                        && (isGrown ? !indexing.place.isArray : indexing.index.isOf(file.bytes()));
    if (!isSame) {
        return writtenAnew(known);
    }
    indexing.file = std::move(*now);
    isUnsaved = true;
    return isGrown;
}

Result<CaptureGrowth> CaptureStore::follow(const std::stop_token &stop)
{
    if (d->isLost || !d->indexing.file->isWhole()) {
        d->isLost = true;
        return writtenAnew(*d->indexing.file);
    }
    if (d->isAtRest) {
        return CaptureGrowth();
    }
    bool isSeen = false;
    const Result<bool> isGrown = d->takeNewFile(isSeen);
    if (!isGrown) {
        d->isLost = true;
        return tl::unexpected(isGrown.error());
    }
    if (isSeen && !*isGrown) {
        d->indexing.publish(); // from the new mapping
    }
    CaptureGrowth growth;
    if (!*isGrown) {
        return growth;
    }
    const quint32 before = d->indexing.data()->rowCount;
    d->indexing.marked = 0;
    if (const Status status = d->indexing.readLines({}, stop); !status) {
        // What was published is whole, unless the file is not.
        d->isLost = status.error().code == ErrorCode::Unreadable;
        d->isAtRest = true;
        return tl::unexpected(status.error());
    }
    growth.added = d->indexing.data()->rowCount - before;
    growth.marked = d->indexing.marked;
    const CaptureFacts facts = d->factsNow();
    growth.hasFacts = facts != d->facts;
    d->facts = facts;
    return growth;
}

} // namespace playhead
