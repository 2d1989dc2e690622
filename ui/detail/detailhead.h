// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/core/clock.h"
#include "ui/detail/detailpane.h"
#include "ui/shared/band.h"

class QLabel;
class QPushButton;
class QToolButton;

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

/// The glyph of a family as a widget.
class FamilyMark : public QWidget
{
    Q_OBJECT

public:
    explicit FamilyMark(QWidget *parent = nullptr);
    void setFamily(Family family);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Family m_family = Family::Other;
};

/// The full head of the detail: type, id, organization and time, and what can be done with a cursor here.
class DetailHead : public Band
{
    Q_OBJECT

public:
    explicit DetailHead(QWidget *parent = nullptr);

    void setEvent(const DetailEvent &event, const QString &meta);
    void setMeta(const QString &meta);
    void setHasActiveCursor(bool hasActiveCursor);

signals:
    void copyIdRequested();
    void copyJsonRequested();
    void findRequested();
    void setCursorHereRequested();
    void newCursorHereRequested();

private:
    QToolButton *makeMenuButton();

    FamilyMark *m_mark;
    ElidedLabel *m_title;
    ElidedLabel *m_id;
    ElidedLabel *m_meta;
    QPushButton *m_setCursor;
};

} // namespace playhead
