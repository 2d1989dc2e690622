// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/events/eventstore.h"
#include "tests/model/events/plainstore.h"
#include "tests/model/events/storefolders.h"

#include <QLoggingCategory>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <array>

using namespace playhead;
using namespace playhead::test;
using namespace Qt::StringLiterals;

/// The files of a store cut at every byte that its last page added: that page is whole or absent, all others are whole.
class StoreCutsTest : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u".?"_s));
        // Each cut of the bytes is told; what counts here is what is shown then.
        QLoggingCategory::setFilterRules(u"playhead.events.warning=false"_s);
    }

    void cutOneFile_data();
    void cutOneFile();
    void cutSeveralFiles_data();
    void cutSeveralFiles();
};

namespace {

enum File {
    Raw,
    Index,
    Commits,
    Marks
};

constexpr int kPages = 6;
/// Bytes of a row in each column, in the order of the columns in a block.
constexpr std::array<int, 8> kWidths{8, 8, 16, 4, 4, 4, 2, 2};
constexpr EventRow kBlockRows = 16'384;
constexpr qint64 kIndexHead = 4096;

/// A store of some pages in memory, and its files before and after the last one.
class CutStore
{
public:
    explicit CutStore(bool isClosed)
        : m_isClosed(isClosed)
    {
        QTemporaryDir folder;
        auto store = EventStore::open(folder.path(), catalogue()).value();
        for (int page = 0; page < kPages; ++page) {
            if (page == kPages - 1) {
                m_before = m_after;
                m_firstLast = m_after.rowCount();
                for (size_t file = 0; file < 4; ++file) {
                    m_oldSizes[file] = bytesOfFile(pathIn(folder, file)).size();
                }
            }
            addPage(*store, page);
            if (page == 2 && !store->sync()) {
                qFatal("sync failed");
            }
        }
        if (isClosed) {
            store.reset();
        }
        for (size_t file = 0; file < 4; ++file) {
            m_bytes[file] = bytesOfFile(pathIn(folder, file));
        }
    }

    /// Places at which `file` may be cut, its own end left out.
    std::vector<qint64> places(File file) const
    {
        std::vector<qint64> found;
        if (file == Index) {
            qint64 column = kIndexHead;
            for (const int width : kWidths) {
                for (qint64 at = m_firstLast * width; at < m_after.rowCount() * width; ++at) {
                    found.push_back(column + at);
                }
                column += qint64(width) * kBlockRows;
            }
        } else {
            for (qint64 at = m_oldSizes[file]; at < m_bytes[file].size(); ++at) {
                found.push_back(at);
            }
        }
        return found;
    }

    /// Opens the store with these sizes of files (-1: whole). What is wrong with it, or nothing.
    QByteArray wrongWhenCut(const std::array<qint64, 4> &sizes) const
    {
        const QTemporaryDir folder;
        for (size_t i = 0; i < 4; ++i) {
            QFile file(pathIn(folder, i));
            const QByteArray bytes = sizes[i] < 0 ? m_bytes[i] : m_bytes[i].first(sizes[i]);
            if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size()) {
                return "a file cannot be written";
            }
        }
        const QByteArray wrong = wrongIn(folder.path(), EventStore::Access::ReadOnly, sizes);
        if (!wrong.isEmpty()) {
            return "for a reader: " + wrong;
        }
        return wrongIn(folder.path(), EventStore::Access::ReadWrite, sizes);
    }

private:
    static QString pathIn(const QTemporaryDir &folder, size_t file)
    {
        return folder.filePath(storeFiles()[static_cast<qsizetype>(file)]);
    }

    void addPage(EventStore &store, int number)
    {
        std::vector<DecodedEvent> page;
        for (int i = 0; i < 3; ++i) {
            const QByteArray name = QByteArray::number(number * 3 + i);
            page.push_back(makeEvent(i == 1 ? "evt_" + name : ulidEventId(name.toULongLong()),
                                     kFirstMs + number,
                                     i == 2 ? "type.new_" + name : "user.created",
                                     i == 2 ? "org_" + name : QByteArray()));
        }
        const QByteArray organization = number % 2 == 1 ? "org_read_" + QByteArray::number(number)
                                                        : QByteArray();
        if (!store.append(page, OrganizationId(organization))) {
            qFatal("append failed");
        }
        m_after.append(page, organization);
        m_withoutMarks.append(page, number == kPages - 1 ? QByteArray() : organization);
        if (number == 2) {
            store.markReceivedAgain(1);
            m_after.mark(1, EventFlag::ReceivedAgain);
            m_withoutMarks.mark(1, EventFlag::ReceivedAgain);
        }
    }

    QByteArray wrongIn(const QString &folder,
                       EventStore::Access access,
                       const std::array<qint64, 4> &sizes) const
    {
        const auto store = EventStore::open(folder, catalogue(), access);
        if (!store) {
            return "not opened: " + store.error().message.toUtf8();
        }
        const EventSnapshot events = (*store)->snapshot();
        const QByteArray wrong = m_after.difference(events);
        if (wrong.isEmpty() || m_before.difference(events).isEmpty()) {
            return {};
        }
        // The marks alone know the organization that was asked for.
        if (sizes[Marks] >= 0 && m_withoutMarks.differenceOfRows(events).isEmpty()) {
            return {};
        }
        // Where nothing is left that knows the pages, no event is thrown away whose bytes are whole.
        const bool areBordersLost = sizes[Raw] >= 0 && sizes[Commits] >= 0
                                    && (m_isClosed || sizes[Index] >= 0);
        if (!areBordersLost || events.rowCount() < m_before.rowCount()) {
            return wrong;
        }
        for (EventRow row = 0; row < events.rowCount(); ++row) {
            if (events.raw(row) != m_after.rows()[row].raw) {
                return "bytes of row " + QByteArray::number(row);
            }
        }
        return {};
    }

    const bool m_isClosed;
    PlainStore m_before;
    PlainStore m_after;
    PlainStore m_withoutMarks; ///< As after, but for what the last page's mark tells.
    EventRow m_firstLast = 0;
    std::array<qint64, 4> m_oldSizes{};
    std::array<QByteArray, 4> m_bytes;
};

QByteArray named(const std::array<qint64, 4> &sizes, const QByteArray &wrong)
{
    QByteArray text = "cut at";
    for (const qint64 size : sizes) {
        text += ' ' + QByteArray::number(size);
    }
    return text + ": " + wrong;
}

} // namespace

void StoreCutsTest::cutOneFile_data()
{
    QTest::addColumn<bool>("isClosed");
    QTest::addColumn<int>("file");
    for (const int file : {Raw, Index, Commits, Marks}) {
        const QByteArray name = storeFiles()[file].toUtf8();
        QTest::newRow((name + ", closed before").constData()) << true << file;
        QTest::newRow((name + ", killed before").constData()) << false << file;
    }
}

void StoreCutsTest::cutOneFile()
{
    QFETCH(bool, isClosed);
    QFETCH(int, file);
    const CutStore store(isClosed);
    const auto places = store.places(static_cast<File>(file));
    QVERIFY(places.size() > 20);
    for (const qint64 place : places) {
        std::array<qint64, 4> sizes{-1, -1, -1, -1};
        sizes[static_cast<size_t>(file)] = place;
        const QByteArray wrong = store.wrongWhenCut(sizes);
        QVERIFY2(wrong.isEmpty(), named(sizes, wrong).constData());
    }
}

void StoreCutsTest::cutSeveralFiles_data()
{
    QTest::addColumn<bool>("isClosed");
    QTest::newRow("closed before") << true;
    QTest::newRow("killed before") << false;
}

/// Every byte of each file together with random cuts of the others.
void StoreCutsTest::cutSeveralFiles()
{
    QFETCH(bool, isClosed);
    const CutStore store(isClosed);
    QRandomGenerator random(21);
    for (const int file : {Raw, Index, Commits, Marks}) {
        for (const qint64 place : store.places(static_cast<File>(file))) {
            std::array<qint64, 4> sizes{-1, -1, -1, -1};
            sizes[static_cast<size_t>(file)] = place;
            for (const int other : {Raw, Index, Commits, Marks}) {
                const auto places = store.places(static_cast<File>(other));
                if (other != file && random.bounded(2) == 0) {
                    sizes[static_cast<size_t>(other)] =
                        places[random.bounded(static_cast<quint32>(places.size()))];
                }
            }
            const QByteArray wrong = store.wrongWhenCut(sizes);
            QVERIFY2(wrong.isEmpty(), named(sizes, wrong).constData());
        }
    }
}

QTEST_GUILESS_MAIN(StoreCutsTest)
#include "tst_storecuts.moc"
