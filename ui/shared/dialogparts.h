// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "ui/shared/band.h"

#include <QIcon>
#include <QLabel>

class QDialog;
class QHBoxLayout;
class QPushButton;
class QVBoxLayout;

namespace playhead {

/// A label in one of the design's text colours and sizes, following the theme.
class ToneLabel : public QLabel
{
    Q_OBJECT

public:
    enum class Tone {
        Text,
        Secondary,
        Danger,
        Warning
    };

    ToneLabel(const QString &text, const QFont &font, Tone tone, QWidget *parent = nullptr);
    void setTone(Tone tone);

protected:
    void changeEvent(QEvent *event) override;

private:
    void applyColour();

    Tone m_tone;
};

/// 13 px, semibold: the title of a group in a dialog.
ToneLabel *groupTitle(const QString &text, QWidget *parent);
/// 12 px secondary text that wraps.
ToneLabel *smallText(const QString &text, QWidget *parent);

/// The line beside a field that says what is wrong with it; takes no room while nothing is.
class FieldProblem : public ToneLabel
{
    Q_OBJECT

public:
    /// `field` gets the `invalid` property while a problem is shown.
    FieldProblem(QWidget *field, QWidget *parent);

    void setProblem(const QString &problem);
    bool isShown() const { return !text().isEmpty(); }

private:
    QWidget *m_field;
};

/// A soft-coloured strip in a dialog: an icon, a bold beginning and a sentence.
class Notice : public QWidget
{
    Q_OBJECT

public:
    enum class Kind {
        Info,
        Warning,
        Danger,
        Ok
    };

    explicit Notice(Kind kind, QWidget *parent = nullptr);

    void setKind(Kind kind);
    /// `lead` is written bold; either may be empty.
    void setText(const QString &lead, const QString &text);
    QString text() const { return m_label->text(); }

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void showText();

    Kind m_kind;
    QLabel *m_label;
    QString m_lead;
    QString m_text;
};

/// A white card with a hair line around it, for previews.
class Card : public QWidget
{
    Q_OBJECT

public:
    using QWidget::QWidget;

protected:
    void paintEvent(QPaintEvent *event) override;
};

/// The strip at the bottom of a dialog; the layout for its buttons, right-aligned behind `left`.
QHBoxLayout *makeDialogFooter(QDialog *dialog, QLayout *into, QWidget *left = nullptr);
/// That strip for a dialog that only shows something: one button, its default one, that accepts.
QPushButton *makeCloseFooter(QDialog *dialog, QLayout *into, QWidget *left = nullptr);

/// The layouts of a small dialog.
struct DialogColumn
{
    QVBoxLayout *whole; ///< For the footer.
    QVBoxLayout *body; ///< For what is asked, set in from the edges.
};
DialogColumn makeDialogColumn(QDialog *dialog);

/// Space between a field's frame and its text, as in the design; for line edits, spin boxes and their kin.
void padField(QWidget *field);
/// From the left edge of a check or radio button to its text, for what explains it below.
int indicatorTextLeft(const QWidget *widget);

/// Makes the dialog as wide as said (in the design's px, grown with the font) and as high as its texts need at its width,
/// now and whenever they grow; beyond the design's width only as far as the screen has room. Wrapped labels tell their
/// height for a width only, which a window's own size hint does not ask.
void keepHighEnough(QDialog *dialog, int width);

/// Labels for QLabel, with everything that a person typed made harmless.
QString boldThen(const QString &lead, const QString &text);

/// Ties a label to its field: buddy, and the label's words as the field's accessible name. The label itself gets another
/// one, so that who looks for the name finds the field.
void nameField(QLabel *label, QWidget *field, const QString &name);

} // namespace playhead
