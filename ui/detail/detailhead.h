// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/core/clock.h"
#include "ui/detail/detailpane.h"
#include "ui/shared/band.h"
#include "ui/shared/elidedlabel.h"

class QLabel;
class QPushButton;
class QToolButton;

namespace playhead {

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
