// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/events/eventstore.h"
#include "tests/model/events/plainstore.h"
#include "tests/model/events/storefolders.h"

#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace playhead;
using namespace playhead::test;
using namespace Qt::StringLiterals;

/// The store beside a plain map: whatever is done with both, every answer is the same.
class StorePropertyTest : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }

    void answersAsAPlainMap_data();
    void answersAsAPlainMap();
};

namespace {

/// One run of random steps; each reports what went wrong, or nothing.
class RandomSteps
{
public:
    explicit RandomSteps(quint32 seed)
        : m_random(seed)
    {
        m_store = opened(m_place);
    }

    QByteArray step()
    {
        const quint32 choice = m_random.bounded(100U);
        QByteArray wrong = choice < 55   ? append()
                           : choice < 70 ? mark()
                           : choice < 78 ? readBeside()
                           : choice < 86 ? reopen({})
                           : choice < 92 ? reopen(randomIndexFiles())
                           : choice < 97 ? continueAfterKill()
                                         : sync();
        if (wrong.isEmpty()) {
            wrong = m_plain.difference(m_store->snapshot());
        }
        return wrong;
    }

    EventRow rowCount() const { return m_plain.rowCount(); }

private:
    QString path(int place) const { return m_folder.filePath(QString::number(place)); }
    std::unique_ptr<EventStore> opened(int place,
                                       EventStore::Access access = EventStore::Access::ReadWrite)
    {
        return EventStore::open(path(place), catalogue(), access).value();
    }

    QByteArray append()
    {
        const quint32 kind = m_random.bounded(4U);
        const QByteArray organization = kind == 0
                                            ? "org_read_" + QByteArray::number(m_random.bounded(30))
                                        : kind == 1
                                            ? "org_" + QByteArray::number(m_random.bounded(7))
                                            : QByteArray();
        auto page = randomPage(m_random, m_next, m_random.bounded(201));
        if (m_random.bounded(3) == 0) { // an organization that was never seen
            const quint64 number = m_next++;
            page.push_back(makeEvent(ulidEventId(number),
                                     kFirstMs + static_cast<qint64>(number) * 40,
                                     "dsync.user.updated",
                                     "org_new_" + QByteArray::number(number)));
        }
        if (!page.empty() && m_random.bounded(3) == 0) { // the same id again inside the page
            page.push_back(page[m_random.bounded(static_cast<quint32>(page.size()))]);
        }
        if (!page.empty() && m_random.bounded(4) == 0) { // and with other bytes
            DecodedEvent changed = page.front();
            changed.raw.insert(1, ' ');
            page.push_back(changed);
        }
        const auto outcome = m_store->append(page, OrganizationId(organization));
        if (!outcome) {
            return "append: " + outcome.error().message.toUtf8();
        }
        const AppendOutcome expected = m_plain.append(page, organization);
        const bool isSame = outcome->rows == expected.rows && outcome->firstNew == expected.firstNew
                            && outcome->added == expected.added
                            && outcome->alreadyStored == expected.alreadyStored
                            && outcome->differing == expected.differing;
        return isSame ? QByteArray() : QByteArray("outcome of append");
    }

    QByteArray mark()
    {
        for (int i = m_random.bounded(5); i >= 0 && m_plain.rowCount() > 0; --i) {
            const EventRow row = m_random.bounded(m_plain.rowCount());
            if (m_random.bounded(2) == 0) {
                m_store->markOutOfOrder(row);
                m_plain.mark(row, EventFlag::OutOfOrder);
            } else {
                m_store->markReceivedAgain(row);
                m_plain.mark(row, EventFlag::ReceivedAgain);
            }
        }
        return {};
    }

    QByteArray readBeside()
    {
        const QByteArray wrong = m_plain.difference(
            opened(m_place, EventStore::Access::ReadOnly)->snapshot());
        return wrong.isEmpty() ? wrong : "reader beside the writer: " + wrong;
    }

    QStringList randomIndexFiles()
    {
        const quint32 which = m_random.bounded(3U);
        return storeFiles().sliced(which == 1 ? 2 : 1, which == 2 ? 2 : 1);
    }

    QByteArray reopen(const QStringList &removed)
    {
        const EventSnapshot before = m_store->snapshot();
        m_store.reset();
        for (const QString &file : removed) {
            if (!QFile::remove(path(m_place) + u'/' + file)) {
                return "a file of the store is missing";
            }
        }
        if (m_random.bounded(2) == 0) {
            const QByteArray wrong = m_plain.difference(
                opened(m_place, EventStore::Access::ReadOnly)->snapshot());
            if (!wrong.isEmpty()) {
                return "lone reader: " + wrong;
            }
        }
        m_store = opened(m_place);
        const QByteArray wrong = m_plain.difference(before);
        return wrong.isEmpty() ? wrong : "snapshot from before: " + wrong;
    }

    QByteArray continueAfterKill()
    {
        if (!copyStoreFolder(path(m_place), path(m_place + 1))) {
            return "the files cannot be copied";
        }
        const QByteArray wrong = m_plain.difference(
            opened(m_place + 1, EventStore::Access::ReadOnly)->snapshot());
        m_store = opened(++m_place);
        return wrong.isEmpty() ? wrong : "reader after a kill: " + wrong;
    }

    QByteArray sync() { return m_store->sync() ? QByteArray() : QByteArray("sync"); }

    QTemporaryDir m_folder;
    QRandomGenerator m_random;
    quint64 m_next = 0;
    int m_place = 0;
    std::unique_ptr<EventStore> m_store;
    PlainStore m_plain;
};

} // namespace

void StorePropertyTest::answersAsAPlainMap_data()
{
    QTest::addColumn<quint32>("seed");
    QTest::addColumn<int>("steps");
    const int rounds = qEnvironmentVariableIntValue("PLAYHEAD_STORE_ROUNDS");
    for (int i = 0; i < std::max(rounds, 12); ++i) {
        QTest::addRow("seed %d", i) << static_cast<quint32>(i + 1) << 60;
    }
}

void StorePropertyTest::answersAsAPlainMap()
{
    QFETCH(quint32, seed);
    QFETCH(int, steps);
    RandomSteps run(seed);
    for (int i = 0; i < steps; ++i) {
        const QByteArray wrong = run.step();
        QVERIFY2(wrong.isEmpty(), ("step " + QByteArray::number(i) + ": " + wrong).constData());
    }
    QVERIFY(run.rowCount() > 0);
}

QTEST_GUILESS_MAIN(StorePropertyTest)
#include "tst_storeproperty.moc"
