// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QButtonGroup>
#include <QString>

class QRadioButton;
class QVBoxLayout;

namespace playhead {

/// Makes the text of a choice stand out while it is chosen.
void followCheck(QRadioButton *radio);

/// The choice of which events a dialog is about, under the title "Events"; its ids are the numbers of the sources in the
/// order in which they were added. Owned by `parent`, as all its buttons are.
class SourceColumn : public QButtonGroup
{
    Q_OBJECT

public:
    /// The sources that every such dialog has, first and in this order.
    enum Source {
        Selected,
        Shown,
        Loaded
    };

    SourceColumn(quint64 selected, quint64 shown, quint64 loaded, QWidget *parent);

    QVBoxLayout *column() const { return m_column; } ///< To be put into the dialog's own.
    QRadioButton *addSource(const QString &text, bool isEnabled);
    /// `text` with its %1 filled in; cannot be chosen when `count` is 0.
    QRadioButton *addCounted(const QString &text, quint64 count);
    static QString countedText(const QString &text, quint64 count);
    /// Chooses what was selected if that is more than one event, else what is shown, else what is loaded, else `otherwise`.
    void checkFirst(int otherwise);

private:
    quint64 m_selected;
    QWidget *m_parent;
    QVBoxLayout *m_column;
};

} // namespace playhead
