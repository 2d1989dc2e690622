// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/environments/environment.h"

#include <QList>
#include <QToolButton>

#include <optional>

namespace playhead {

/// Shows the open environment with its colour (production: lock, red frame and PROD) and lists the others.
class EnvironmentSwitcher : public QToolButton
{
    Q_OBJECT

public:
    explicit EnvironmentSwitcher(QWidget *parent = nullptr);

    void setEnvironments(const QList<Environment> &environments);
    void setCurrent(const std::optional<Environment> &environment);
    void setNarrow(bool isNarrow);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

signals:
    void chosen(qint64 environmentId);
    void demoRequested();
    void newRequested();
    void editRequested();
    void localApiRequested();
    void openCaptureRequested();
    void closeCaptureRequested();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void fillMenu();
    void addCaptureActions();
    void paintMark(QPainter *painter, const QRect &mark) const;
    void paintProductionTag(QPainter *painter, int right) const;

    QList<Environment> m_environments;
    std::optional<Environment> m_current;
    bool m_isNarrow = false;
};

} // namespace playhead
