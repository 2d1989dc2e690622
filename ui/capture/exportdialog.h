// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/captures/capturewriter.h"
#include "ui/cursors/betweencursors.h"

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
    QString filterText; ///< What the shown ones match, as it is typed; empty = no text.
    bool isNarrowed = false; ///< Types, organizations or a time are taken out of the shown ones.
    bool isSearching = false; ///< The text is still looked for: more may be shown later.
    QString
        cursorName; ///< The active cursor's; empty = none. What lies after it comes by setAfterCursor().
    /// Which pairs of cursors something can lie between. The events of the first one come by setBetween(), the others' as
    /// soon as they are asked for.
    QList<CursorSpan> spans;
    QString environmentName; ///< For the default file name.
    QString folder; ///< Where the file dialog and the default name start.
};

/// Asks what to export and then where to, writes it on a worker thread, and shows progress, end or error in place. Call open().
/// Closing it while it writes stops the export; what was at the path before stays.
class ExportDialog : public QDialog
{
    Q_OBJECT

public:
    explicit ExportDialog(ExportChoices choices, QWidget *parent = nullptr);
    ~ExportDialog() override;

    /// The events after the active cursor, as soon as they are found; until then they cannot be chosen. `isAtLeast`: not all
    /// of that stretch was read, and the count says so (semantics 20).
    void setAfterCursor(std::vector<EventRow> rows, bool isAtLeast);
    /// What lies between two cursors; dropped when another two are chosen meanwhile.
    void setBetween(const playhead::CursorSpan &span, std::vector<EventRow> rows, bool isAtLeast);
    void setFormat(CaptureFormat format);
    /// A name in the folder of the choices that replaces no file.
    QString suggestedPath() const;
    /// Writes what is chosen, as the file dialog of "Export…" orders it. An ending that stands for a format decides it.
    void exportTo(const QString &path);

    /// While it writes: stops and comes back to the choices.
    void reject() override;

signals:
    /// Another two cursors are chosen: answered by setBetween().
    void spanWanted(const playhead::CursorSpan &span);
    void exported(const QString &path, quint64 events);

protected:
    void closeEvent(QCloseEvent *event) override;

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace playhead
