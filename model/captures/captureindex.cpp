// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/captures/captureindex.h"

#include "model/core/logging.h"
#include "model/events/checksum.h"
#include "model/events/storedevents.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QSaveFile>

namespace playhead {

using namespace Qt::StringLiterals;

namespace {

constexpr QLatin1StringView kIndexName("/capture.index");
constexpr QLatin1StringView kCommitsName("/capture.commits");
constexpr QLatin1StringView kHeadName("/capture.head");
/// Raised when the layout of the head changes.
constexpr quint32 kFormat = 1;

void putText(QByteArray &record, const QString &text)
{
    const QByteArray bytes = text.toUtf8();
    putValue(record, static_cast<quint32>(bytes.size()));
    record.append(bytes);
}

bool takeText(QByteArrayView &record, QString &text)
{
    quint32 size = 0;
    if (!takeValue(record, size) || qsizetype(size) > record.size()) {
        return false;
    }
    text = QString::fromUtf8(record.first(size));
    record = record.sliced(size);
    return true;
}

void putPlace(QByteArray &record, const CapturePlace &place)
{
    putValue(record, place.next);
    putValue(record, place.line);
    putValue(record, quint8(place.isInLine));
    putValue(record, quint8(place.isArray));
    putValue(record, place.eventBytes);
    putValue(record, place.oldestUs);
    putValue(record, place.newestUs);
    putValue(record, place.doubles);
    putValue(record, place.leftOut);
    putValue(record, static_cast<quint32>(place.firstLeftOut.size()));
    for (const LineLeftOut &line : place.firstLeftOut) {
        putValue(record, line.line);
        putText(record, line.reason);
    }
}

bool takePlace(QByteArrayView &record, CapturePlace &place)
{
    quint8 isInLine = 0;
    quint8 isArray = 0;
    quint32 lines = 0;
    bool isWhole = takeValue(record, place.next) && takeValue(record, place.line)
                   && takeValue(record, isInLine) && takeValue(record, isArray)
                   && takeValue(record, place.eventBytes) && takeValue(record, place.oldestUs)
                   && takeValue(record, place.newestUs) && takeValue(record, place.doubles)
                   && takeValue(record, place.leftOut) && takeValue(record, lines)
                   && lines <= kMostLeftOutKept;
    place.isInLine = isInLine != 0;
    place.isArray = isArray != 0;
    for (quint32 i = 0; isWhole && i < lines; ++i) {
        LineLeftOut line;
        isWhole = takeValue(record, line.line) && takeText(record, line.reason);
        place.firstLeftOut.push_back(line);
    }
    return isWhole;
}

} // namespace

/// What `capture.head` says.
struct CaptureIndex::Head
{
    quint32 format = kFormat;
    CaptureStamp stamp;
    quint64 rows = 0;
    qint64 commitsEnd = 0;
    quint64 columnsSum = 0;
    CapturePlace place;

    QByteArray written() const
    {
        QByteArray record;
        putValue(record, format);
        putValue(record, stamp);
        putValue(record, rows);
        putValue(record, commitsEnd);
        putValue(record, columnsSum);
        putPlace(record, place);
        return record;
    }
    static std::optional<Head> read(QByteArrayView record)
    {
        Head head;
        const bool isWhole = takeValue(record, head.format) && head.format == kFormat
                             && takeValue(record, head.stamp) && takeValue(record, head.rows)
                             && takeValue(record, head.commitsEnd)
                             && takeValue(record, head.columnsSum) && takePlace(record, head.place);
        return isWhole ? std::optional(std::move(head)) : std::nullopt;
    }
};

CaptureIndex::CaptureIndex(QString folder)
    : m_folder(std::move(folder))
{
    if (!m_folder.isEmpty() && QDir().mkpath(m_folder)) {
        if (auto lock = StoreLock::take(m_folder)) {
            m_lock = std::move(*lock);
            return;
        }
    }
    if (!m_folder.isEmpty()) {
        qCInfo(lcEvents) << m_folder << "cannot be used; this capture's index is not kept";
    }
    m_folder.clear();
}

CaptureIndex::~CaptureIndex() = default;

Status CaptureIndex::openFiles(StoreFile::Access access)
{
    auto columns = ColumnFile::open(m_folder + kIndexName, access);
    auto commits = RecordLog::open(m_folder + kCommitsName, access);
    if (!columns || !commits) {
        return tl::unexpected(!columns ? columns.error() : commits.error());
    }
    m_files.emplace(Files{std::move(*columns), std::move(*commits)});
    return {};
}

std::optional<CaptureIndex::Head> CaptureIndex::readHead(const CaptureStamp &stamp) const
{
    QFile file(m_folder + kHeadName);
    if (!file.open(QIODevice::ReadOnly)) {
        return std::nullopt;
    }
    const QByteArray bytes = file.readAll();
    std::optional<Head> head;
    RecordLog::scan(bytes, 0, [&head](QByteArrayView payload, qint64) {
        head = Head::read(payload);
        return false;
    });
    return head && head->stamp == stamp ? head : std::nullopt;
}

std::optional<CapturePlace> CaptureIndex::load(const CaptureStamp &stamp)
{
    std::optional<Head> head = m_folder.isEmpty() ? std::nullopt : readHead(stamp);
    if (!head || !openFiles(StoreFile::Access::ReadWrite) || !adopt(*head)) {
        m_files.reset();
        m_names = std::make_shared<StoreNames>();
        return std::nullopt;
    }
    m_hasHead = true;
    return std::move(head->place);
}

/// False when anything is not as the head says.
bool CaptureIndex::adopt(const Head &head)
{
    RecordLog &commits = m_files->commits;
    const auto isMapped = m_files->columns.mapRows(head.rows);
    if (!isMapped || !*isMapped || commits.fileSize() < head.commitsEnd) {
        return false;
    }
    const auto log = commits.map(head.commitsEnd);
    if (!log) {
        return false;
    }
    for (Dictionary *names :
         {&m_names->types, &m_names->organizations, &m_names->objects, &m_names->foreignIds}) {
        names->keep(*log);
    }
    CommitRecord last;
    const qint64 end =
        RecordLog::scan((*log)->view(), 0, [this, &last](QByteArrayView payload, qint64) {
            const auto record = CommitRecord::read(payload);
            if (!record || !CommitRecord::adoptNames(payload, *m_names)) {
                return false;
            }
            last = *record;
            return true;
        });
    m_rowCount = static_cast<quint32>(head.rows);
    m_rawEnd = head.place.next;
    m_written = countsOf(*m_names);
    commits.cutTo(head.commitsEnd);
    return end == head.commitsEnd && last.rows == head.rows && last.rawEnd == head.place.next
           && columnsSum() == head.columnsSum;
}

quint64 CaptureIndex::columnsSum() const
{
    quint64 sum = 0;
    for (const ColumnBlock &block : m_files->columns.blocks()->blocks) {
        // Its first column begins where the block does.
        const auto *bytes = reinterpret_cast<const char *>(block.createdAt());
        sum = checksum64(QByteArrayView(bytes, ColumnBlock::kBytes), sum);
    }
    return sum;
}

Status CaptureIndex::reset()
{
    m_files.reset();
    m_names = std::make_shared<StoreNames>();
    m_written = {};
    m_rowCount = 0;
    m_rawEnd = 0;
    m_hasHead = false;
    Status status = tl::unexpected(Error());
    if (!m_folder.isEmpty()) {
        // Removed, not overwritten: views of the old ones may still be shown.
        for (const QLatin1StringView name : {kHeadName, kIndexName, kCommitsName}) {
            QFile::remove(m_folder + name);
        }
        status = openFiles(StoreFile::Access::ReadWrite);
        status = status ? m_files->columns.reset(0) : status;
        if (!status) {
            qCInfo(lcEvents).noquote() << status.error().detail;
        }
    }
    return status ? status : useTemporary();
}

Status CaptureIndex::useTemporary()
{
    m_lock.reset();
    m_temporary.emplace();
    m_folder = m_temporary->path();
    if (!m_temporary->isValid()) {
        return failure(ErrorCode::Unwritable,
                       QCoreApplication::translate(
                           "CaptureStore",
                           "No temporary folder can be made in %1. Make room there and try again.")
                           .arg(QDir::toNativeSeparators(QDir::tempPath())),
                       m_temporary->errorString());
    }
    const Status status = openFiles(StoreFile::Access::ReadWrite);
    return status ? m_files->columns.reset(0) : status;
}

void CaptureIndex::forgetHead()
{
    if (m_hasHead) {
        QFile::remove(m_folder + kHeadName);
        m_hasHead = false;
    }
}

Status CaptureIndex::append(const std::vector<RowValues> &rows, qint64 rawEnd, QByteArrayView bytes)
{
    forgetHead();
    Status status = m_files->columns.writeRows(m_rowCount, rows);
    if (!status) {
        return status;
    }
    CommitRecord record;
    record.rows = m_rowCount + rows.size();
    record.rawEnd = rawEnd;
    record.rawChecksum = checksum64(bytes);
    status = m_files->commits.append(record.written(*m_names, m_written));
    if (status) {
        m_rowCount = static_cast<quint32>(record.rows);
        m_rawEnd = rawEnd;
        m_written = countsOf(*m_names);
    }
    return status;
}

Status CaptureIndex::setFlag(EventRow row, EventFlag flag)
{
    forgetHead();
    const ColumnBlock &block = blocks()->of(row);
    const quint16 flags = block.flags()[row & ColumnBlock::kMask];
    return m_files->columns.writeFlags(row,
                                       static_cast<quint16>(flags | static_cast<quint16>(flag)));
}

void CaptureIndex::save(const CaptureStamp &stamp, const CapturePlace &place)
{
    if (m_temporary) {
        return;
    }
    const Head head{kFormat, stamp, m_rowCount, m_files->commits.end(), columnsSum(), place};
    QByteArray record;
    RecordLog::putRecord(record, head.written());
    QSaveFile file(m_folder + kHeadName);
    m_hasHead = file.open(QIODevice::WriteOnly) && file.write(record) == record.size()
                && file.commit();
    if (!m_hasHead) {
        qCInfo(lcEvents).noquote() << "the index of a capture is not kept:" << file.errorString();
    }
}

bool CaptureIndex::isOf(QByteArrayView bytes) const
{
    const auto log = m_files->commits.map(m_files->commits.end());
    if (!log || bytes.size() < m_rawEnd) {
        return false;
    }
    qint64 at = 0;
    RecordLog::scan((*log)->view(), 0, [&at, bytes](QByteArrayView payload, qint64) {
        const auto record = CommitRecord::read(payload);
        const bool isSame = record && record->rawEnd >= at
                            && checksum64(bytes.sliced(at, record->rawEnd - at))
                                   == record->rawChecksum;
        at = isSame ? record->rawEnd : at;
        return isSame;
    });
    return at == m_rawEnd;
}

} // namespace playhead
