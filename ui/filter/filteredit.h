// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QLineEdit>

class QToolButton;

namespace playhead {

/// The field of the filter row: search mark, clear button, and the shortcut as a hint while it is empty.
class FilterEdit : public QLineEdit
{
    Q_OBJECT

public:
    explicit FilterEdit(QWidget *parent = nullptr);

signals:
    void leaveRequested(); ///< Esc in the empty field.

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    QRectF shortcutChip() const;
    void keepTextFree();
    void paintShortcut(QPainter *painter) const;

    QToolButton *m_clear;
};

} // namespace playhead
