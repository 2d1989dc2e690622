// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/server/servedconfig.h"
#include "model/server/servedevents.h"
#include "tests/model/server/serveddemo.h"
#include "tests/support/processmemory.h"

#include <QElapsedTimer>
#include <QFile>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace playhead;
using namespace Qt::StringLiterals;

/// A capture of 1,000,000 events is served from its map.
class TestServedMillion : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }

    void needsSixtyFourBytesAnEvent();
    void servesItsLastPage();

private:
    QTemporaryDir m_folder;
    QString m_path;
    QByteArray m_lastEvent;
    const TypeCatalogue m_catalogue = TypeCatalogue::load().value();
};

namespace {

constexpr int kPieces = 10;
constexpr quint32 kPiece = 100'000;

} // namespace

void TestServedMillion::initTestCase()
{
    m_path = m_folder.filePath(u"million.ndjson"_s);
    QFile file(m_path);
    QVERIFY(file.open(QFile::WriteOnly));
    for (int piece = 0; piece < kPieces; ++piece) {
        // Other seeds have other ids and objects. The last one ends last.
        const Instant end = tryParseIsoInstant(kDemoEnd).value() + std::chrono::seconds(piece);
        for (const QByteArray &event : makeDemoStream({quint64(piece) + 1, kPiece, end})) {
            QVERIFY(file.write(event + '\n') > 0);
            m_lastEvent = event;
        }
    }
}

void TestServedMillion::needsSixtyFourBytesAnEvent()
{
    const double before = anonymousBytes();
    if (before == 0) {
        QSKIP("the system does not tell the anonymous memory");
    }
    QElapsedTimer timer;
    timer.start();
    Result<ServedSource> source = captureSource({m_path}, m_catalogue);
    QVERIFY(source);
    QCOMPARE(source->events.size(), size_t(kPieces) * kPiece);
    const qint64 readMs = timer.elapsed();
    const ServedEvents events = ServedEvents::build(std::move(*source), m_catalogue).value();
    const double bytes = (anonymousBytes() - before) / double(events.size());
    qInfo("%zu events, %lld MiB: read in %lld ms, ready in %lld ms, %.1f bytes an event",
          events.size(),
          QFile(m_path).size() >> 20,
          readMs,
          timer.elapsed(),
          bytes);
    // 48 of the row, 4 each for the order of ids, the version before, and the lists by type and by organization; the
    // dictionaries and what the heap rounds up to stay below a megabyte.
    const double most = 64 + double(1 << 20) / double(events.size());
    QVERIFY2(bytes < most, qPrintable(u"%1 bytes an event"_s.arg(bytes)));
}

void TestServedMillion::servesItsLastPage()
{
    const auto api = LocalEventsApi::start(servedConfig(
                                               captureSource({m_path}, m_catalogue).value()),
                                           m_catalogue)
                         .value();
    RawClient client(api->url());
    const ServedPage page = readPage(client.get("/events?order=desc&limit=1").body);
    QCOMPARE(page.events, std::vector{m_lastEvent});
    QCOMPARE(readPage(client.get("/events?order=desc&limit=100&after=" + page.after).body)
                 .events.size(),
             size_t(100));
}

QTEST_GUILESS_MAIN(TestServedMillion)
#include "tst_servedmillion.moc"
