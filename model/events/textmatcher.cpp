// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/events/textmatcher.h"

#include "model/core/logging.h"
#include "model/events/escapescan.h"
#include "model/events/jsonspellings.h"
#include "model/events/stringplace.h"

#include <QStringMatcher>

#include <algorithm>
#include <hs.h>
#include <optional>

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

/// One of the texts that are looked for.
struct Spelling
{
    quint32 size = 0;
    bool isPlain = false; ///< Without quotes and escapes: what is around it tells where it stands.
    bool isOnlyInStrings = false;
};

/// What one pass over a block has found so far. The library does not promise that matches come in the order of the text.
struct Pass
{
    QByteArrayView block;
    std::span<const quint32> ends;
    const std::vector<Spelling> *spellings;
    StringPlaces *places; ///< nullptr: every place counts, not those in values alone.
    std::vector<quint32> *hits;
    std::vector<quint32> *suspects;
    size_t line = 0; ///< Of the last match.
    size_t placesLine = SIZE_MAX; ///< That `places` looks at.

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
    bool isLast(const std::vector<quint32> &lines) const
    {
        return !lines.empty() && lines.back() == line;
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
    const std::vector<Spelling> *spellings;
    StringPlaces *places;
    bool isHit = false;
    bool isSuspect = false;
};

QByteArrayView lineAt(QByteArrayView block, std::span<const quint32> ends, size_t line)
{
    const quint32 begin = line == 0 ? 0 : ends[line - 1] + 1;
    return block.sliced(begin, ends[line] - begin);
}

/// Where a spelling stands that ends at `to` of the line.
StringPlace placeOf(const Spelling &spelling, StringPlaces &places, qsizetype to)
{
    const qsizetype begin = to - spelling.size;
    return spelling.isPlain && begin >= 0 ? places.placeOf(begin, to, spelling.isOnlyInStrings)
                                          : StringPlace::Unknown;
}

int onMatch(unsigned pattern, unsigned long long, unsigned long long to, unsigned, void *context)
{
    auto *pass = static_cast<Pass *>(context);
    pass->moveTo(to);
    if (pass->places == nullptr) {
        note(*pass->hits, pass->line);
        return 0;
    }
    if (pass->isLast(*pass->hits) || pass->isLast(*pass->suspects)) {
        return 0;
    }
    const QByteArrayView line = lineAt(pass->block, pass->ends, pass->line);
    if (pass->placesLine != pass->line) {
        pass->placesLine = pass->line;
        pass->places->setLine(line);
    }
    const auto inLine = static_cast<qsizetype>(to) - (line.data() - pass->block.data());
    const StringPlace place = placeOf((*pass->spellings)[pattern], *pass->places, inLine);
    if (place != StringPlace::Elsewhere) {
        note(place == StringPlace::Value ? *pass->hits : *pass->suspects, pass->line);
    }
    return 0;
}

/// As onMatch for a single line: the first hit ends the scan.
int onLineMatch(
    unsigned pattern, unsigned long long, unsigned long long to, unsigned, void *context)
{
    auto *scan = static_cast<LineScan *>(context);
    const auto place = scan->places != nullptr ? placeOf((*scan->spellings)[pattern],
                                                         *scan->places,
                                                         static_cast<qsizetype>(to))
                                               : StringPlace::Value;
    scan->isHit = place == StringPlace::Value;
    scan->isSuspect = scan->isSuspect || place == StringPlace::Unknown;
    return scan->isHit ? 1 : 0;
}

} // namespace

struct TextMatcher::Compiled
{
    QString needle;
    QStringMatcher decoded;
    std::optional<EscapeScan> escapes;
    std::vector<Spelling> spellings;
    StringPlaces places;
    std::unique_ptr<hs_database_t, DatabaseFree> database;
    std::unique_ptr<hs_scratch_t, ScratchFree> scratch;
    std::vector<quint32> hits;
    std::vector<quint32> suspects;
    bool isDense = false; ///< Most lines of the last block held the needle.

    void compile();
    void findLines(QByteArrayView block, std::span<const quint32> ends, bool isInValues);
    void scan(QByteArrayView block, std::span<const quint32> ends, bool isInValues);
    void scanLines(QByteArrayView block, std::span<const quint32> ends, bool isInValues);
    void suspectAll(size_t lineCount);
    void decodeSuspects(QByteArrayView block, std::span<const quint32> ends);
};

void TextMatcher::Compiled::compile()
{
    const QList<QByteArray> usual = usualSpellings(needle);
    escapes.emplace(needle);
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
    for (qsizetype i = 0; i < usual.size(); ++i) {
        add(usual[i], static_cast<size_t>(i));
        spellings.push_back({static_cast<quint32>(usual[i].size()),
                             !usual[i].contains('"') && !usual[i].contains('\\'),
                             isOnlyInStrings(usual[i])});
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

void TextMatcher::Compiled::scan(QByteArrayView block,
                                 std::span<const quint32> ends,
                                 bool isInValues)
{
    Pass pass{block, ends, &spellings, isInValues ? &places : nullptr, &hits, &suspects};
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
void TextMatcher::Compiled::scanLines(QByteArrayView block,
                                      std::span<const quint32> ends,
                                      bool isInValues)
{
    for (size_t i = 0; i < ends.size(); ++i) {
        LineScan state{lineAt(block, ends, i), &spellings, isInValues ? &places : nullptr};
        places.setLine(state.line);
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

void TextMatcher::Compiled::findLines(QByteArrayView block,
                                      std::span<const quint32> ends,
                                      bool isInValues)
{
    hits.clear();
    suspects.clear();
    if (!database || !scratch) {
        suspectAll(ends.size());
        return;
    }
    if (isDense) {
        scanLines(block, ends, isInValues);
    } else {
        scan(block, ends, isInValues);
    }
    // A pass of its own: looking for one text alone the library is three times as quick as for two.
    const size_t known = suspects.size();
    escapes->find(block, ends, hits, suspects);
    if (known > 0 && known < suspects.size()) {
        makeSet(suspects);
    }
}

std::span<const quint32> TextMatcher::find(QByteArrayView block, std::span<const quint32> ends)
{
    d->findLines(block, ends, false);
    if (!d->suspects.empty()) {
        d->decodeSuspects(block, ends);
    }
    d->isDense = d->hits.size() * 2 > ends.size();
    return d->hits;
}

TextMatcher::ValueLines TextMatcher::findInValues(QByteArrayView block,
                                                  std::span<const quint32> ends)
{
    d->findLines(block, ends, true);
    std::erase_if(d->suspects, [this](quint32 line) {
        return std::binary_search(d->hits.begin(), d->hits.end(), line);
    });
    d->isDense = (d->hits.size() + d->suspects.size()) * 2 > ends.size();
    return {d->hits, d->suspects};
}

} // namespace playhead
