// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "ui/shared/dialogparts.h"

namespace playhead {

/// A label of one line that elides at the right and has its whole text as tool tip then.
class ElidedLabel : public ToneLabel
{
    Q_OBJECT

public:
    ElidedLabel(const QFont &font, Tone tone, QWidget *parent = nullptr);

    void setText(const QString &text); ///< Is its accessible name, too.
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    bool event(QEvent *event) override;

private:
    bool isCut() const;
};

} // namespace playhead
