// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "ui/mainwindow/statusdetails.h"
#include "ui/shared/icons.h"

#include <QToolButton>

namespace playhead {

/// One part of the status bar: text that opens its detail when it is pressed. Screen readers read the text, and the part's
/// fixed name as its description.
class StatusPart : public QToolButton
{
    Q_OBJECT

public:
    StatusPart(const QString &name, const QString &purpose, QWidget *parent);

    void setPartText(const QString &text);
    /// Before the text; empty = none.
    void setPartIcon(const QString &iconName, IconTint tint = IconTint::Accent);
    /// What pressing shows in a small popup; with none the part only has its clicked() signal.
    void setFacts(const QString &title, const QList<StatusFact> &facts);
    /// Whether pressing does anything now; else it is text only.
    void setPressable(bool isPressable);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void openFacts();
    int textLeft() const;

    QString m_iconName;
    IconTint m_iconTint = IconTint::Accent;
    QString m_title;
    QList<StatusFact> m_facts;
    bool m_isPressable = true;
};

/// The small popup of a status part. Goes by itself with Esc or a click elsewhere.
class StatusPopup : public QWidget
{
    Q_OBJECT

public:
    StatusPopup(const QString &title, QWidget *parent);

    /// Shows it above the part and gives it the keyboard.
    void openOver(const QWidget &part);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
};

/// A popup of facts, without anything to press.
class FactsPopup : public StatusPopup
{
    Q_OBJECT

public:
    FactsPopup(const QString &title, const QList<StatusFact> &facts, QWidget *parent);

protected:
    void keyPressEvent(QKeyEvent *event) override;
};

} // namespace playhead
