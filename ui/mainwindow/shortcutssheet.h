// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "ui/mainwindow/shortcutlist.h"

#include <QDialog>

class QLineEdit;
class QSortFilterProxyModel;
class QTreeView;

namespace playhead {

class ToneLabel;

/// Every shortcut in groups, with a field that narrows them. Call open().
class ShortcutsSheet : public QDialog
{
    Q_OBJECT

public:
    explicit ShortcutsSheet(const std::vector<ShortcutGroup> &groups, QWidget *parent = nullptr);

protected:
    void keyPressEvent(QKeyEvent *event) override; ///< Esc clears the field first, then closes.
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QWidget *makeHead();
    void makeList();
    void narrow(const QString &text);

    QSortFilterProxyModel *m_shown;
    QLineEdit *m_field = nullptr;
    QTreeView *m_list = nullptr;
    ToneLabel *m_none = nullptr;
};

} // namespace playhead
