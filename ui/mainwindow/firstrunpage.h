// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QWidget>

class QLayout;
class QPushButton;

namespace playhead {

class KeyHintText;
enum class IconTint;

/// What stands in the middle while no environment is open: the ways to get events.
class FirstRunPage : public QWidget
{
    Q_OBJECT

public:
    explicit FirstRunPage(QWidget *parent = nullptr);

    /// The keys that list the shortcuts, as the keyboard names them.
    void setShortcutsKeys(const QString &keys);

signals:
    void connectRequested();
    void demoRequested();
    void captureRequested();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QLayout *makeHead(QWidget *parent);
    QWidget *makeConnectCard(QWidget *parent) const;
    QWidget *makeDemoCard(QWidget *parent) const;
    QWidget *makeCaptureCard(QWidget *parent) const;
    static QWidget *makeCard(const QString &iconName,
                             IconTint tint,
                             const QString &title,
                             const QString &text,
                             QPushButton *button,
                             QWidget *parent);

    KeyHintText *m_shortcutsHint;
};

} // namespace playhead
