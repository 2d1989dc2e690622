// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QToolButton>

namespace playhead {

/// A button of the fetch row that opens something: icon, label, chevron.
class PickerButton : public QToolButton
{
    Q_OBJECT

public:
    /// Screen readers read the label as its name and `purpose` as what it is for.
    PickerButton(const QString &iconName, const QString &purpose, QWidget *parent = nullptr);

    /// Both lengths of the label; the short one is shown below 1200 px.
    void setTexts(const QString &text, const QString &shortText);
    void setNarrow(bool isNarrow);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    static QSize sizeFor(int textWidth);

    QString m_iconName;
    QString m_text;
    QString m_shortText;
    bool m_isNarrow = false;
};

/// The frame that every button of the fetch row has: control colour, soft border, 2 px ring with the keyboard's focus.
void paintPickerFrame(QPainter *painter, const QToolButton &button);

} // namespace playhead
