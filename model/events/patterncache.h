// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/events/patternmatcher.h"

#include <deque>
#include <memory>

namespace playhead {

/// The patterns that were used last, compiled: a filter that is compiled anew, because a name has changed or a word was
/// added, takes them from here. Refusals are kept too. One thread at a time, its matchers too.
class PatternCache
{
public:
    /// As PatternMatcher::compile().
    Result<std::shared_ptr<const PatternMatcher>> matcher(const QString &pattern, bool isCaseless);

    /// How many patterns were compiled.
    int compiledCount() const { return m_compiledCount; }

private:
    struct Entry
    {
        QString pattern;
        bool isCaseless = false;
        std::shared_ptr<const PatternMatcher> matcher; ///< nullptr = refused.
        Error error; ///< Why it is.
    };
    void compileFirst(const QString &pattern, bool isCaseless);

    std::deque<Entry> m_entries; ///< The one that was used last in front.
    int m_compiledCount = 0;
};

} // namespace playhead
