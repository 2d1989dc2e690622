// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QWidget>

class QHBoxLayout;
class QLabel;

namespace playhead {

/// The line below the filter's field that names what is wrong in it (design, section 11). Hidden while nothing is.
class MistakeStrip : public QWidget
{
    Q_OBJECT

public:
    explicit MistakeStrip(QWidget *parent = nullptr);

    /// `mistake` is what and why, `kept` what is shown meanwhile; both whole sentences. An empty mistake hides the strip.
    void setTexts(const QString &mistake, const QString &kept);
    /// Where the field begins and ends, from the strip's edges.
    void setInsets(int left, int right);

protected:
    void changeEvent(QEvent *event) override;

private:
    void showTexts();

    QHBoxLayout *m_row;
    QLabel *m_text;
    QString m_mistake;
    QString m_kept;
};

} // namespace playhead
