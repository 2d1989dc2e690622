// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/captures/capturestore.h"

#include <QDialog>

class QStandardItemModel;
class QTableView;

namespace playhead {

class ToneLabel;

/// The lines of a capture that are no events: their numbers and why. Call open().
class LeftOutDialog : public QDialog
{
    Q_OBJECT

public:
    explicit LeftOutDialog(const QString &fileName, QWidget *parent = nullptr);

    void setFacts(const CaptureFacts &facts);

private:
    ToneLabel *m_summary;
    QStandardItemModel *m_lines;
    QTableView *m_table;
};

} // namespace playhead
