// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/core/instant.h"
#include "tests/ui/uisupport.h"

#include <QTextDocumentFragment>

namespace playhead {

// What a dialog says and where it is filled in, for tests of the cursors' dialogs.

inline Instant at(const char *text)
{
    return *tryParseIsoInstant(text);
}

/// The texts of all labels that are shown, without their markup.
inline QStringList visibleTexts(const QWidget &widget)
{
    QStringList texts;
    for (const auto *label : widget.findChildren<QLabel *>()) {
        if (label->isVisible()) {
            texts.append(QTextDocumentFragment::fromHtml(label->text()).toPlainText());
        }
    }
    return texts;
}

/// By its accessible name; null when there is none.
template<typename Widget>
Widget *named(const QWidget &dialog, const QString &name)
{
    for (auto *widget : dialog.findChildren<Widget *>()) {
        if (widget->accessibleName() == name) {
            return widget;
        }
    }
    return nullptr;
}

inline QLineEdit *field(const QWidget &dialog, const QString &name)
{
    return named<QLineEdit>(dialog, name);
}

} // namespace playhead
