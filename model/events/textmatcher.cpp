// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/events/textmatcher.h"

#include "model/core/logging.h"
#include "model/events/jsonspellings.h"

#include <QStringMatcher>

#include <algorithm>
#include <hs.h>

namespace playhead {

namespace {

struct DatabaseFree
{
    void operator()(hs_database_t *database) const { hs_free_database(database); }
};
struct ScratchFree
{
    void operator()(hs_scratch_t *scratch) const { hs_free_scratch(scratch); }
};

/// Pattern numbers from here on are hints; below, spellings.
constexpr unsigned kFirstHint = 1u << 16;

/// What one pass over a block has found so far. The library does not promise that matches come in the order of the text.
struct Pass
{
    QByteArrayView block;
    std::span<const quint32> ends;
    const QList<EscapeHint> *hints;
    std::vector<quint32> *hits;
    std::vector<quint32> *suspects;
    size_t line = 0; ///< Of the last match.

    void moveTo(quint64 matchEnd)
    {
        if (line >= ends.size() || (line > 0 && ends[line - 1] >= matchEnd)) {
            line = 0;
        }
        if (ends[line] < matchEnd) {
            const auto found = std::lower_bound(ends.begin() + static_cast<ptrdiff_t>(line),
                                                ends.end(),
                                                matchEnd);
            line = static_cast<size_t>(found - ends.begin());
        }
    }
};

void makeSet(std::vector<quint32> &lines)
{
    if (!std::is_sorted(lines.begin(), lines.end())) {
        std::sort(lines.begin(), lines.end());
    }
    lines.erase(std::unique(lines.begin(), lines.end()), lines.end());
}

void note(std::vector<quint32> &lines, size_t line)
{
    if (lines.empty() || lines.back() != line) {
        lines.push_back(static_cast<quint32>(line));
    }
}

/// What is known of one line.
struct LineScan
{
    QByteArrayView line;
    const QList<EscapeHint> *hints;
    bool isHit = false;
    bool isSuspect = false;
};

/// Whether the two hexadecimal digits at `at` are one of the low bytes that count.
bool isHinted(const EscapeHint &hint, QByteArrayView block, quint64 at)
{
    if (hint.lowBytes.empty()) {
        return true;
    }
    if (at + 2 > static_cast<quint64>(block.size())) {
        return false;
    }
    bool isHex = false;
    const uint low = block.sliced(static_cast<qsizetype>(at), 2).toUInt(&isHex, 16);
    return isHex && std::binary_search(hint.lowBytes.begin(), hint.lowBytes.end(), low);
}

int onMatch(unsigned pattern, unsigned long long, unsigned long long to, unsigned, void *context)
{
    auto *pass = static_cast<Pass *>(context);
    if (pattern < kFirstHint) {
        pass->moveTo(to);
        note(*pass->hits, pass->line);
    } else if (isHinted(pass->hints->at(pattern - kFirstHint), pass->block, to)) {
        pass->moveTo(to);
        note(*pass->suspects, pass->line);
    }
    return 0;
}

/// As onMatch for a single line: the first hit ends the scan.
int onLineMatch(
    unsigned pattern, unsigned long long, unsigned long long to, unsigned, void *context)
{
    auto *scan = static_cast<LineScan *>(context);
    if (pattern < kFirstHint) {
        scan->isHit = true;
        return 1;
    }
    scan->isSuspect = scan->isSuspect
                      || isHinted(scan->hints->at(pattern - kFirstHint), scan->line, to);
    return 0;
}

QByteArrayView lineAt(QByteArrayView block, std::span<const quint32> ends, size_t line)
{
    const quint32 begin = line == 0 ? 0 : ends[line - 1] + 1;
    return block.sliced(begin, ends[line] - begin);
}

} // namespace

struct TextMatcher::Compiled
{
    QString needle;
    QStringMatcher decoded;
    QList<EscapeHint> hints;
    std::unique_ptr<hs_database_t, DatabaseFree> database;
    std::unique_ptr<hs_scratch_t, ScratchFree> scratch;
    std::vector<quint32> hits;
    std::vector<quint32> suspects;
    bool isDense = false; ///< Most lines of the last block held the needle.

    void compile();
    void scan(QByteArrayView block, std::span<const quint32> ends);
    void scanLines(QByteArrayView block, std::span<const quint32> ends);
    void suspectAll(size_t lineCount);
    void decodeSuspects(QByteArrayView block, std::span<const quint32> ends);
};

void TextMatcher::Compiled::compile()
{
    const QList<QByteArray> spellings = usualSpellings(needle);
    hints = escapeHints(needle);
    std::vector<const char *> expressions;
    std::vector<unsigned> flags;
    std::vector<unsigned> ids;
    std::vector<size_t> sizes;
    const auto add = [&](const QByteArray &bytes, size_t id) {
        expressions.push_back(bytes.constData());
        flags.push_back(HS_FLAG_CASELESS);
        ids.push_back(static_cast<unsigned>(id));
        sizes.push_back(static_cast<size_t>(bytes.size()));
    };
    for (qsizetype i = 0; i < spellings.size(); ++i) {
        add(spellings[i], static_cast<size_t>(i));
    }
    for (qsizetype i = 0; i < hints.size(); ++i) {
        add(hints[i].bytes, kFirstHint + static_cast<size_t>(i));
    }
    hs_database_t *compiled = nullptr;
    hs_compile_error_t *problem = nullptr;
    const hs_error_t result = hs_compile_lit_multi(expressions.data(),
                                                   flags.data(),
                                                   ids.data(),
                                                   sizes.data(),
                                                   static_cast<unsigned>(expressions.size()),
                                                   HS_MODE_BLOCK,
                                                   nullptr,
                                                   &compiled,
                                                   &problem);
    if (result != HS_SUCCESS) {
        // Too long, or a processor that the library cannot use: every line is decoded instead.
        qCInfo(lcEvents) << "text search without Vectorscan:"
                         << (problem != nullptr ? problem->message : "");
        hs_free_compile_error(problem);
        return;
    }
    database.reset(compiled);
    hs_scratch_t *space = nullptr;
    if (hs_alloc_scratch(compiled, &space) == HS_SUCCESS) {
        scratch.reset(space);
    }
}

void TextMatcher::Compiled::scan(QByteArrayView block, std::span<const quint32> ends)
{
    Pass pass{block, ends, &hints, &hits, &suspects, 0};
    const hs_error_t result = hs_scan(database.get(),
                                      block.data(),
                                      static_cast<unsigned>(block.size()),
                                      0,
                                      scratch.get(),
                                      &onMatch,
                                      &pass);
    if (result != HS_SUCCESS) {
        suspectAll(ends.size());
    }
    makeSet(hits);
    makeSet(suspects);
}

/// Line by line: what is behind the first hit of a line need not be read.
void TextMatcher::Compiled::scanLines(QByteArrayView block, std::span<const quint32> ends)
{
    for (size_t i = 0; i < ends.size(); ++i) {
        LineScan state{lineAt(block, ends, i), &hints};
        const hs_error_t result = hs_scan(database.get(),
                                          state.line.data(),
                                          static_cast<unsigned>(state.line.size()),
                                          0,
                                          scratch.get(),
                                          &onLineMatch,
                                          &state);
        if (state.isHit) {
            hits.push_back(static_cast<quint32>(i));
        } else if (state.isSuspect || result != HS_SUCCESS) {
            suspects.push_back(static_cast<quint32>(i));
        }
    }
}

void TextMatcher::Compiled::suspectAll(size_t lineCount)
{
    suspects.resize(lineCount);
    for (size_t i = 0; i < lineCount; ++i) {
        suspects[i] = static_cast<quint32>(i);
    }
}

void TextMatcher::Compiled::decodeSuspects(QByteArrayView block, std::span<const quint32> ends)
{
    const size_t known = hits.size();
    for (const quint32 line : suspects) {
        if (std::binary_search(hits.begin(), hits.begin() + static_cast<ptrdiff_t>(known), line)) {
            continue;
        }
        const QByteArrayView bytes = lineAt(block, ends, line);
        if (decoded.indexIn(withoutEscapes(bytes)) >= 0
            || (!database && decoded.indexIn(QString::fromUtf8(bytes)) >= 0)) {
            hits.push_back(line);
        }
    }
    std::sort(hits.begin(), hits.end());
}

TextMatcher::TextMatcher(const QString &needle)
    : d(std::make_unique<Compiled>())
{
    d->needle = needle;
    d->decoded = QStringMatcher(needle, Qt::CaseInsensitive);
    d->compile();
}

TextMatcher::~TextMatcher() = default;

std::span<const quint32> TextMatcher::find(QByteArrayView block, std::span<const quint32> ends)
{
    d->hits.clear();
    d->suspects.clear();
    if (ends.empty()) {
        return {};
    }
    if (d->database && d->scratch) {
        if (d->isDense) {
            d->scanLines(block, ends);
        } else {
            d->scan(block, ends);
        }
    } else {
        d->suspectAll(ends.size());
    }
    if (!d->suspects.empty()) {
        d->decodeSuspects(block, ends);
    }
    d->isDense = d->hits.size() * 2 > ends.size();
    return d->hits;
}

} // namespace playhead
