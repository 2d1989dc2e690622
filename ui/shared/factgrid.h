// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "ui/shared/dialogparts.h"

class QGridLayout;
class QPlainTextEdit;

namespace playhead {

/// Facts with their names, two a line: `X-Request-ID req_01…`. One that has no room is cut with `…`; it is copied whole, by the
/// mouse or by keys.
class FactGrid : public QWidget
{
    Q_OBJECT

public:
    explicit FactGrid(QWidget *parent = nullptr);

    /// The value's label; `none` stands in it until setFact().
    ToneLabel *add(const QString &name);
    static void setFact(ToneLabel *value, const QString &text); ///< Empty = none.

private:
    QGridLayout *m_grid;
};

/// A card of fixed-width text that can be selected and is not edited: a request, a server's words.
class MonoCard : public Card
{
    Q_OBJECT

public:
    /// `name` for screen readers; `lines` of text are seen at once.
    MonoCard(const QString &name, int lines, QWidget *parent = nullptr);

    void setText(const QString &text);
    QPlainTextEdit *edit() { return m_edit; } ///< For object name and tab order.

private:
    QPlainTextEdit *m_edit;
};

} // namespace playhead
