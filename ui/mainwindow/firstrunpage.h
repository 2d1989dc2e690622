// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QWidget>

class QPushButton;

namespace playhead {

/// What stands in the middle while no environment is open: the ways to get events.
class FirstRunPage : public QWidget
{
    Q_OBJECT

public:
    explicit FirstRunPage(QWidget *parent = nullptr);

signals:
    void connectRequested();
    void demoRequested();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QWidget *makeCard(const QString &iconName,
                      const QString &title,
                      const QString &text,
                      QPushButton *button);
};

} // namespace playhead
