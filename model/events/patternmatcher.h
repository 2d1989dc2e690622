// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/core/result.h"

#include <QByteArrayView>
#include <QString>

#include <memory>

namespace playhead {

/// A regular expression by Vectorscan: the `~ /…/` of the filter language. Characters are those of Unicode. One thread at
/// a time.
class PatternMatcher
{
public:
    /// What can be told to be wrong with a pattern in less than a millisecond; `detail` is the reason. What passes may
    /// still be refused by compile(), as too large above all. Any thread.
    static Status checkQuickly(const QString &pattern, bool isCaseless);
    /// Takes from a millisecond to seconds. WrongUsage when Vectorscan refuses it; `detail` is its reason.
    static Result<PatternMatcher> compile(const QString &pattern, bool isCaseless);
    ~PatternMatcher();
    PatternMatcher(PatternMatcher &&) noexcept;
    PatternMatcher &operator=(PatternMatcher &&) noexcept;

    /// Whether the pattern is found anywhere in the text (UTF-8, valid).
    bool isIn(QByteArrayView text) const;

private:
    struct Compiled;
    explicit PatternMatcher(std::unique_ptr<Compiled> compiled);
    std::unique_ptr<Compiled> d;
};

} // namespace playhead
