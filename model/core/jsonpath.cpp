// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/core/jsonpath.h"

#include <algorithm>

namespace playhead {

using namespace Qt::StringLiterals;

QString jsonPathStep(const QString &key, bool isFirst)
{
    const bool isPlain = !key.isEmpty() && std::all_of(key.begin(), key.end(), [](QChar c) {
        return c.isLetterOrNumber() || c == u'_' || c == u'-';
    });
    if (isPlain) {
        return isFirst ? key : QString(u'.' + key);
    }
    return u"[\""_s + QString(key).replace(u'\\', u"\\\\"_s).replace(u'"', u"\\\""_s) + u"\"]"_s;
}

} // namespace playhead
