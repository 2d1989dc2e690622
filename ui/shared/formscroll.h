// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QScrollArea>
#include <QToolButton>

namespace playhead {

/// The questions of a dialog that may be higher than its window or the screen: as high as they need, up to a limit, and
/// scrolled beyond it. What gets the keyboard comes into view.
class FormScroll : public QScrollArea
{
    Q_OBJECT

public:
    /// Takes `form`. It gets at most the height of the window that `dialog` stands over, less the dialog's footer.
    FormScroll(QWidget *form, QWidget *dialog);

    /// What else of the dialog stands beside the form and its footer: a head.
    void setReserved(int height) { m_reserved = height; }

    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    int mostHeight() const;

    QWidget *m_form;
    QWidget *m_dialog;
    int m_reserved = 0;
};

/// A line that shows and hides what stands beneath it.
class Disclosure : public QToolButton
{
    Q_OBJECT

public:
    Disclosure(const QString &text, QWidget *parent);

    /// `content` is hidden until the line is opened; somebody else owns it. Made after the line, it follows it by keyboard.
    void setContent(QWidget *content);
    void setOpen(bool isOpen) { setChecked(isOpen); }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;
};

/// The wheel scrolls the form and changes `field` only when that has the keyboard.
void keepWheelCalm(QWidget *field);

} // namespace playhead
