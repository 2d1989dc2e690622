// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "ui/cursors/importmoves.h"

#include <QDialog>
#include <QTimeZone>

#include <memory>

namespace playhead {

struct CursorImportContext
{
    QString environment; ///< The open one's name.
    QTimeZone zone = QTimeZone::systemTimeZone();
    Instant now{};
    bool isProduction = false; ///< Cancel is then the default button.
    ImportCounter count; ///< Asked for those that are to be moved; needed when any can be.
};

/// Shows what importing a file of cursors would do: what is new, what is stored just so, what differs, and lets people take
/// those that differ. What is moved is counted before it can be accepted. Nothing changes before accepted(). Call open().
class CursorImportDialog : public QDialog
{
    Q_OBJECT

public:
    CursorImportDialog(CursorImportPlan plan,
                       const CursorImportContext &context,
                       QWidget *parent = nullptr);
    ~CursorImportDialog() override;

signals:
    /// The names of the cursors that differ and are to be moved.
    void accepted(const playhead::CursorImportPlan &plan, const QSet<QString> &taken);

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace playhead
