// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/captures/capturestore.h"
#include "tests/model/captures/madecapture.h"

#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QTest>

using namespace playhead;
using namespace playhead::test;
using namespace Qt::StringLiterals;

/// A capture of a million lines: read once, then opened from its index.
class TestCaptureMillion : public QObject
{
    Q_OBJECT

private slots:
    void opensFromItsIndex();
};

void TestCaptureMillion::opensFromItsIndex()
{
    constexpr int kLines = 1'000'000;
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"million.ndjson"_s);
    {
        QFile file(path);
        QVERIFY(file.open(QFile::WriteOnly));
        for (int i = 0; i < kLines; ++i) {
            file.write(eventText(i) + (i % 100'000 == 0 ? "\nno event\n" : "\n"));
        }
    }
    const auto look = [&](quint64 parsed) {
        QElapsedTimer timer;
        timer.start();
        const auto file = CaptureFile::open(path);
        const auto store = CaptureStore::open(*file, folder.filePath(u"cache"_s), catalogue());
        const qint64 ms = timer.elapsed();
        QVERIFY(store.has_value());
        QCOMPARE((*store)->parsedLines(), parsed);
        QCOMPARE((*store)->facts().leftOut, 10U);
        const EventSnapshot events = (*store)->snapshot();
        QCOMPARE(events.rowCount(), quint32(kLines));
        for (EventRow row = 0; row < events.rowCount(); row += 7919) {
            QVERIFY(events.raw(row) == eventText(int(row)));
        }
        qInfo("opened in %lld ms", static_cast<long long>(ms));
    };
    look(kLines + 10);
    look(0);
}

QTEST_GUILESS_MAIN(TestCaptureMillion)
#include "tst_capturemillion.moc"
