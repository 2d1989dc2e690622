// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/events/patterncache.h"

#include <algorithm>

namespace playhead {

namespace {

/// More than one filter has; a compiled pattern may take megabytes.
constexpr size_t kMostPatterns = 8;

} // namespace

Result<std::shared_ptr<const PatternMatcher>> PatternCache::matcher(const QString &pattern,
                                                                    bool isCaseless)
{
    const auto known = std::find_if(m_entries.begin(), m_entries.end(), [&](const Entry &entry) {
        return entry.isCaseless == isCaseless && entry.pattern == pattern;
    });
    if (known != m_entries.end()) {
        std::rotate(m_entries.begin(), known, known + 1);
    } else {
        if (m_entries.size() == kMostPatterns) {
            m_entries.pop_back();
        }
        compileFirst(pattern, isCaseless);
    }
    const Entry &first = m_entries.front();
    if (!first.matcher) {
        return tl::unexpected(first.error);
    }
    return first.matcher;
}

void PatternCache::compileFirst(const QString &pattern, bool isCaseless)
{
    ++m_compiledCount;
    Entry &entry = m_entries.emplace_front();
    entry.pattern = pattern;
    entry.isCaseless = isCaseless;
    auto compiled = PatternMatcher::compile(pattern, isCaseless);
    if (compiled) {
        entry.matcher = std::make_shared<const PatternMatcher>(std::move(*compiled));
    } else {
        entry.error = compiled.error();
    }
}

} // namespace playhead
