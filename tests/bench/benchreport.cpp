// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "tests/bench/benchreport.h"

#include <QFile>
#include <QLocale>

#include <cstdio>
#include <cstdlib>
#include <cstring>

namespace playhead::bench {

namespace {

/// Three digits or more: 0.00123, 12.3, 4567.
QByteArray digits(double number)
{
    if (number >= 100) {
        return QByteArray::number(number, 'f', 0);
    }
    return number == 0 ? QByteArrayLiteral("0") : QByteArray::number(number, 'g', 3);
}

QByteArray withUnit(double number, const QByteArray &unit)
{
    return unit.isEmpty() ? digits(number) : digits(number) + ' ' + unit;
}

QByteArray grouped(quint64 number)
{
    return number == 0 ? QByteArray() : QLocale(QLocale::English).toString(number).toUtf8();
}

/// bar, what, events, figure, peer's name, peer, ratio, limit, outcome
using Cells = std::array<QByteArray, 9>;

void write(const Cells &cells)
{
    const QByteArray peer = cells[5].isEmpty() ? QByteArray() : cells[4] + ' ' + cells[5];
    std::printf("%-3s %-50s %10s %12s  %-38s %7s %8s  %s\n",
                cells[0].constData(),
                cells[1].constData(),
                cells[2].constData(),
                cells[3].constData(),
                peer.constData(),
                cells[6].constData(),
                cells[7].constData(),
                cells[8].constData());
    std::fflush(stdout);
    const QString path = qEnvironmentVariable("PLAYHEAD_BENCH_REPORT");
    if (path.isEmpty()) {
        return;
    }
    QFile report(path);
    const QByteArray line = QByteArrayList(cells.begin(), cells.end()).join('\t') + '\n';
    require(report.open(QIODevice::Append) && report.write(line) == line.size(),
            "writing the report");
}

void write(const Measured &measured, double ratio, const char *relation, double limit, bool isHeld)
{
    write({measured.bar,
           measured.what,
           grouped(measured.events),
           withUnit(measured.figure, measured.unit),
           measured.peerName,
           withUnit(measured.peer, measured.unit),
           digits(ratio) + 'x',
           relation + digits(limit) + 'x',
           isHeld ? "held" : "MISSED"});
}

/// `1M`, `250k` or `1000`; 0 when it is none of them.
quint32 parseCount(QByteArray text)
{
    quint32 factor = 1;
    if (text.endsWith('M') || text.endsWith('k')) {
        factor = text.endsWith('M') ? 1'000'000 : 1'000;
        text.chop(1);
    }
    const quint64 count = quint64(text.toUInt()) * factor;
    return count <= 50'000'000 ? quint32(count) : 0;
}

} // namespace

void atMost(const Measured &measured, double limit)
{
    const double ratio = measured.figure / measured.peer;
    write(measured, ratio, "<= ", limit, ratio <= limit);
}

void atLeast(const Measured &measured, double limit)
{
    const double ratio = measured.figure / measured.peer;
    write(measured, ratio, ">= ", limit, ratio >= limit);
}

void quickerBy(const Measured &measured, double limit)
{
    const double ratio = measured.peer / measured.figure;
    write(measured, ratio, ">= ", limit, ratio >= limit);
}

void told(const Measured &measured)
{
    const bool hasPeer = measured.peer > 0;
    write({measured.bar,
           measured.what,
           grouped(measured.events),
           withUnit(measured.figure, measured.unit),
           measured.peerName,
           hasPeer ? withUnit(measured.peer, measured.unit) : QByteArray(),
           hasPeer ? digits(measured.figure / measured.peer) + 'x' : QByteArray(),
           {},
           {}});
}

void skipped(const QByteArray &bar, const QByteArray &what, quint64 events, const QByteArray &why)
{
    write({bar, what, grouped(events), {}, {}, {}, {}, {}, "skipped: " + why});
}

void require(bool isRight, const char *what)
{
    if (!isRight) {
        std::fprintf(stderr, "%s failed\n", what);
        std::exit(1);
    }
}

std::vector<quint32> wantedEvents(int argc, char **argv, quint32 fallback)
{
    QByteArray list = qgetenv("PLAYHEAD_BENCH_EVENTS");
    if (argc == 3 && std::strcmp(argv[1], "--events") == 0) {
        list = argv[2];
    } else if (argc != 1) {
        list = "?";
    }
    if (list.isEmpty()) {
        return {fallback};
    }
    std::vector<quint32> counts;
    for (const QByteArray &text : list.split(',')) {
        counts.push_back(parseCount(text));
        if (counts.back() < 1000) {
            std::fprintf(stderr,
                         "usage: %s [--events N[,N]], N from 1000 to 50M, as 250k or 1M\n",
                         argv[0]);
            std::exit(2);
        }
    }
    return counts;
}

} // namespace playhead::bench
