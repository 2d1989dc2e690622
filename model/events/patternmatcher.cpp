// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/events/patternmatcher.h"

#include <QCoreApplication>

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
    const unsigned flags = HS_FLAG_UTF8 | HS_FLAG_SINGLEMATCH | HS_FLAG_ALLOWEMPTY
                           | (isCaseless ? HS_FLAG_CASELESS : 0u);
    const QByteArray bytes = pattern.toUtf8();
    if (bytes.contains('\0')) {
        return refused(pattern,
                       QCoreApplication::translate("PatternMatcher", "it holds a zero byte."));
    }
    hs_database_t *database = nullptr;
    hs_compile_error_t *problem = nullptr;
    if (hs_compile(bytes.constData(), flags, HS_MODE_BLOCK, nullptr, &database, &problem)
        != HS_SUCCESS) {
        const QString reason = problem != nullptr ? QString::fromUtf8(problem->message) : QString();
        hs_free_compile_error(problem);
        return refused(pattern, reason);
    }
    auto compiled = std::make_unique<Compiled>();
    compiled->database.reset(database);
    hs_scratch_t *scratch = nullptr;
    if (hs_alloc_scratch(database, &scratch) != HS_SUCCESS) {
        return refused(pattern,
                       QCoreApplication::translate("PatternMatcher", "there is no memory for it."));
    }
    compiled->scratch.reset(scratch);
    return PatternMatcher(std::move(compiled));
}

bool PatternMatcher::isIn(QByteArrayView text) const
{
    bool isFound = false;
    const char *bytes = text.isEmpty() ? "" : text.data();
    hs_scan(d->database.get(),
            bytes,
            static_cast<unsigned>(text.size()),
            0,
            d->scratch.get(),
            &onMatch,
            &isFound);
    return isFound;
}

} // namespace playhead
