// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/environments/environment.h"
#include "ui/shared/dialogparts.h"

#include <QStringList>
#include <QWidget>

class QCheckBox;
class QGridLayout;
class QLineEdit;
class QRadioButton;
class QVBoxLayout;

namespace playhead {

class ColourSwatches;

struct EnvironmentDialogContext
{
    QStringList takenNames; ///< Names of the other environments.
    bool hasKeyInMemory =
        false; ///< A key was typed for this environment before; it stays when the field is left empty.
    bool isVariableSet = false; ///< WORKOS_API_KEY has a value.
};

/// The fields of EnvironmentDialog, each with what is wrong with it beside it, and one notice beneath them.
class EnvironmentForm : public QWidget
{
    Q_OBJECT

public:
    EnvironmentForm(Environment environment,
                    EnvironmentDialogContext context,
                    QWidget *parent = nullptr);

    /// As the fields say.
    Environment environment() const;
    QByteArray typedKey() const; ///< Empty when none was typed or when it comes from the variable.
    bool isReady() const { return m_isReady; } ///< It may be saved.
    bool canBeTested() const
    {
        return m_canBeTested;
    } ///< There is a key and a place to send it to.

    void focusKey(); ///< Nothing happens for the demo, which has no key.

    void showNotice(Notice::Kind kind, const QString &lead, const QString &text);
    void clearNotice();

signals:
    void edited();
    void accessEdited(); ///< Key, its source or base URL: what a test was about.

private:
    QGridLayout *makeGrid();
    void addName(QGridLayout *grid);
    void addKeySource(QGridLayout *grid);
    void addKey(QGridLayout *grid);
    void addUrl(QGridLayout *grid);
    void addColour(QGridLayout *grid);
    void addProduction(QGridLayout *grid);
    void addNotice(QGridLayout *grid);
    QVBoxLayout *addRow(QGridLayout *grid, const QString &label, QWidget *field);
    QLineEdit *makeField(const QString &text);
    void check();
    bool checkKey();
    bool checkUrl();
    void changeAccess();

    const Environment m_environment;
    const EnvironmentDialogContext m_context;
    bool m_isReady = false;
    bool m_canBeTested = false;
    bool m_isProductionEdited = false;

    QLineEdit *m_name = nullptr;
    FieldProblem *m_nameProblem = nullptr;
    QRadioButton *m_isTyped =
        nullptr; ///< This and what follows but colour and notice: not for the demo.
    QRadioButton *m_isVariable = nullptr;
    QLineEdit *m_key = nullptr;
    FieldProblem *m_keyProblem = nullptr;
    ToneLabel *m_keyHint = nullptr;
    QLineEdit *m_url = nullptr;
    FieldProblem *m_urlProblem = nullptr;
    QCheckBox *m_isProduction = nullptr;
    ColourSwatches *m_colour = nullptr;
    Notice *m_notice = nullptr;
};

} // namespace playhead
