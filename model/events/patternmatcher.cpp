// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/events/patternmatcher.h"

#include <QCoreApplication>

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

struct StreamClose
{
    void operator()(hs_stream_t *stream) const
    {
        hs_close_stream(stream, nullptr, nullptr, nullptr);
    }
};

/// Vectorscan 5.4.9 loses matches behind the first vector of a text, for patterns whose only way to begin is a single
/// character (`7[78]?`, `\w+@\w+`): up to a third of the texts over 64 bytes. No vector fits into a piece of this size,
/// and then it is right.
constexpr qsizetype kPieceBytes = 16;

int onMatch(unsigned, unsigned long long, unsigned long long, unsigned, void *context)
{
    *static_cast<bool *>(context) = true;
    return 1;
}

tl::unexpected<Error> refused(const QString &pattern, const QString &reason)
{
    return failure(ErrorCode::WrongUsage,
                   QCoreApplication::translate("PatternMatcher",
                                               "/%1/ cannot be used as a pattern: %2")
                       .arg(pattern, reason),
                   reason);
}

} // namespace

struct PatternMatcher::Compiled
{
    std::unique_ptr<hs_database_t, DatabaseFree> database;
    std::unique_ptr<hs_scratch_t, ScratchFree> scratch;
    std::unique_ptr<hs_stream_t, StreamClose> stream; ///< At its beginning between the texts.
};

PatternMatcher::PatternMatcher(std::unique_ptr<Compiled> compiled)
    : d(std::move(compiled))
{}
PatternMatcher::~PatternMatcher() = default;
PatternMatcher::PatternMatcher(PatternMatcher &&) noexcept = default;
PatternMatcher &PatternMatcher::operator=(PatternMatcher &&) noexcept = default;

Result<PatternMatcher> PatternMatcher::compile(const QString &pattern, bool isCaseless)
{
    // A pattern that may match nothing (`a*`) is found everywhere, as elsewhere. HS_FLAG_UCP stays off: with it
    // Vectorscan refuses \b.
    const unsigned flags = HS_FLAG_UTF8 | HS_FLAG_ALLOWEMPTY | (isCaseless ? HS_FLAG_CASELESS : 0u);
    const QByteArray bytes = pattern.toUtf8();
    if (bytes.contains('\0')) {
        return refused(pattern,
                       QCoreApplication::translate("PatternMatcher", "it holds a zero byte."));
    }
    hs_database_t *database = nullptr;
    hs_compile_error_t *problem = nullptr;
    if (hs_compile(bytes.constData(), flags, HS_MODE_STREAM, nullptr, &database, &problem)
        != HS_SUCCESS) {
        const QString reason = problem != nullptr ? QString::fromUtf8(problem->message) : QString();
        hs_free_compile_error(problem);
        return refused(pattern, reason);
    }
    auto compiled = std::make_unique<Compiled>();
    compiled->database.reset(database);
    hs_scratch_t *scratch = nullptr;
    hs_stream_t *stream = nullptr;
    const bool isReady = hs_alloc_scratch(database, &scratch) == HS_SUCCESS
                         && hs_open_stream(database, 0, &stream) == HS_SUCCESS;
    compiled->scratch.reset(scratch);
    compiled->stream.reset(stream);
    if (!isReady) {
        return refused(pattern,
                       QCoreApplication::translate("PatternMatcher", "there is no memory for it."));
    }
    return PatternMatcher(std::move(compiled));
}

bool PatternMatcher::isIn(QByteArrayView text) const
{
    bool isFound = false;
    for (qsizetype at = 0; at < text.size() && !isFound; at += kPieceBytes) {
        hs_scan_stream(d->stream.get(),
                       text.data() + at,
                       static_cast<unsigned>(std::min(kPieceBytes, text.size() - at)),
                       0,
                       d->scratch.get(),
                       &onMatch,
                       &isFound);
    }
    // The end of the text may be what matches.
    hs_reset_stream(d->stream.get(), 0, d->scratch.get(), &onMatch, &isFound);
    return isFound;
}

} // namespace playhead
