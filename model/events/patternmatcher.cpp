// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/events/patternmatcher.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>
#include <cstdlib>
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

constexpr qsizetype kQuickBytes = 400;

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

/// A pattern that may match nothing (`a*`) is found everywhere, as elsewhere. HS_FLAG_UCP stays off: with it Vectorscan
/// refuses \b.
unsigned flagsFor(bool isCaseless)
{
    return HS_FLAG_UTF8 | HS_FLAG_ALLOWEMPTY | (isCaseless ? HS_FLAG_CASELESS : 0u);
}

/// Whether every part of the pattern is read in microseconds. Alternatives in great number and the classes of Unicode
/// take up to a tenth of a second.
bool isQuicklyRead(QByteArrayView pattern)
{
    return pattern.size() <= kQuickBytes && !pattern.contains("\\p") && !pattern.contains("\\P");
}

/// The same pattern, as long as it was, with no number over 2 between braces: what `.{1,3000}` costs grows with the
/// numbers, what is wrong with a pattern does not depend on them.
QByteArray withSmallRepeats(const QByteArray &pattern)
{
    static const QRegularExpression repeat(QStringLiteral("\\{(\\d+)(,(\\d*))?\\}"));
    QString text = QString::fromLatin1(pattern);
    auto matches = repeat.globalMatch(text);
    while (matches.hasNext()) {
        const QRegularExpressionMatch match = matches.next();
        bool isLeastKnown = false;
        bool isMostKnown = match.capturedLength(3) == 0;
        const int least = match.captured(1).toInt(&isLeastKnown);
        const int most = isMostKnown ? least : match.captured(3).toInt(&isMostKnown);
        if (!isLeastKnown || !isMostKnown || least > most) {
            continue; // A mistake, to be told as it stands.
        }
        for (const int group : {1, 3}) {
            const qsizetype length = match.capturedLength(group);
            const int number = std::min(2, group == 1 ? least : most);
            if (length > 0) {
                text.replace(match.capturedStart(group),
                             length,
                             QString::number(number).rightJustified(length, u'0'));
            }
        }
    }
    return text.toLatin1();
}

tl::unexpected<Error> refusedFor(const QString &pattern, hs_compile_error_t *problem)
{
    const QString reason = problem != nullptr ? QString::fromUtf8(problem->message) : QString();
    hs_free_compile_error(problem);
    return refused(pattern, reason);
}

tl::unexpected<Error> refusedForZero(const QString &pattern)
{
    return refused(pattern, QCoreApplication::translate("PatternMatcher", "it holds a zero byte."));
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

Status PatternMatcher::checkQuickly(const QString &pattern, bool isCaseless)
{
    const QByteArray bytes = pattern.toUtf8();
    if (bytes.contains('\0')) {
        return refusedForZero(pattern);
    }
    if (!isQuicklyRead(bytes)) {
        return {};
    }
    hs_expr_info_t *info = nullptr;
    hs_compile_error_t *problem = nullptr;
    const hs_error_t answer = hs_expression_info(withSmallRepeats(bytes).constData(),
                                                 flagsFor(isCaseless),
                                                 &info,
                                                 &problem);
    std::free(info);
    return answer == HS_SUCCESS ? Status() : refusedFor(pattern, problem);
}

Result<PatternMatcher> PatternMatcher::compile(const QString &pattern, bool isCaseless)
{
    const QByteArray bytes = pattern.toUtf8();
    if (bytes.contains('\0')) {
        return refusedForZero(pattern);
    }
    hs_database_t *database = nullptr;
    hs_compile_error_t *problem = nullptr;
    if (hs_compile(
            bytes.constData(), flagsFor(isCaseless), HS_MODE_STREAM, nullptr, &database, &problem)
        != HS_SUCCESS) {
        return refusedFor(pattern, problem);
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
