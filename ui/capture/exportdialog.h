// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/captures/capturewriter.h"

#include <QDialog>

#include <memory>

namespace playhead {

/// What can be exported, in the order in which it is written.
struct ExportChoices
{
    EventSnapshot events;
    std::vector<EventRow> selected;
    std::vector<EventRow> shown;
    std::vector<EventRow> loaded;
    QString environmentName; ///< For the default file name.
    QString folder; ///< Where the file dialog and the default name start.
};

/// Asks what to export and where to, writes it on a worker thread, and shows progress, end or error in place. Call open().
/// Closing it while it writes stops the export; what was at the path before stays.
class ExportDialog : public QDialog
{
    Q_OBJECT

public:
    explicit ExportDialog(ExportChoices choices, QWidget *parent = nullptr);
    ~ExportDialog() override;

    /// The file that will be written.
    QString path() const;
    void setPath(const QString &path);
    void setFormat(CaptureFormat format);

    /// While it writes: stops and comes back to the choices.
    void reject() override;

signals:
    void exported(const QString &path, quint64 events);

protected:
    void closeEvent(QCloseEvent *event) override;

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace playhead
