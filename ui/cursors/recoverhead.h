// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "ui/cursors/recoverdialog.h"

#include <QWidget>

class QLineEdit;

namespace playhead {

class FieldProblem;
class Notice;
class ToneLabel;

/// Says in RecoverDialog which cursor needs a new place and why, and what became of it meanwhile; asks for a new one's name.
class RecoverHead : public QWidget
{
    Q_OBJECT

public:
    RecoverHead(const RecoverDialogContext &context, bool isNew, QWidget *parent = nullptr);

    /// `isUnknown`: a read said that the server does not know its event.
    void showCursor(const Cursor &cursor, bool isUnknown);
    void showNew(const Cursor &cursor);
    void showMoved(const Cursor &cursor);
    void showGone(const Cursor &cursor);
    void clearGone(); ///< It is back.

    // Of a new cursor, which alone has the field.
    QString name() const;
    bool isNamed() const; ///< By a name that can be used.
    void showNameProblem(const QString &problem);
    void focusName();

signals:
    void nameChanged();

private:
    QWidget *makeName();
    void say(const QString &title, const QString &richText);

    RecoverDialogContext m_context;
    ToneLabel *m_title;
    ToneLabel *m_text;
    Notice *m_changed;
    QLineEdit *m_name = nullptr;
    FieldProblem *m_nameProblem = nullptr;
    bool m_isGone = false;
};

} // namespace playhead
