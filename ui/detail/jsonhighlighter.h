// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QSyntaxHighlighter>

namespace playhead {

/// Colours of JSON: strings, numbers, keywords; keys stay plain. Strings may go on over lines, because long lines are
/// shown in pieces.
class JsonHighlighter : public QSyntaxHighlighter
{
    Q_OBJECT

public:
    using QSyntaxHighlighter::QSyntaxHighlighter;

    /// Text that comes from now on is coloured or not.
    void setActive(bool isActive) { m_isActive = isActive; }
    bool isActive() const { return m_isActive; }

protected:
    void highlightBlock(const QString &text) override;

private:
    bool m_isActive = true;
};

} // namespace playhead
