// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QWidget>

namespace playhead {

/// A label that elides at the right and has its whole text as tool tip then.
class ElidedLabel : public QWidget
{
    Q_OBJECT

public:
    enum class Tone {
        Text,
        Secondary
    };

    ElidedLabel(const QFont &font, Tone tone, QWidget *parent = nullptr);

    void setText(const QString &text);
    const QString &text() const { return m_text; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    bool event(QEvent *event) override;

private:
    QString m_text;
    QFont m_font;
    Tone m_tone;
};

} // namespace playhead
