// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "ui/shared/tooltiptext.h"

#include <QTextDocument>

namespace playhead {

QString toolTipText(const QString &text)
{
    // Not all is made markup: tool tips show an escaped "&" as "&amp;" where nothing else looks like markup.
    return Qt::mightBeRichText(text) ? QStringLiteral("<p style=\"white-space:pre-wrap\">%1</p>")
                                           .arg(text.toHtmlEscaped())
                                     : text;
}

} // namespace playhead
