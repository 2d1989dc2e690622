// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QDialog>

class QGridLayout;

namespace playhead {

/// What Playhead is and which versions run here, to look at and to copy into a report. Call open().
class AboutDialog : public QDialog
{
    Q_OBJECT

public:
    explicit AboutDialog(QWidget *parent = nullptr);

private:
    QWidget *makeBody();
    QGridLayout *makeFacts(QWidget *parent) const;
};

} // namespace playhead
