// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "ui/environments/environmentdialog.h"

#include "ui/environments/keytesttext.h"
#include "ui/shared/icons.h"
#include "ui/shared/playheadstyle.h"
#include "ui/shared/theme.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

#include <utility>

using namespace Qt::StringLiterals;

namespace playhead {

namespace {
constexpr int kWidth = 560;
} // namespace

EnvironmentDialog::EnvironmentDialog(const Environment &environment,
                                     const EnvironmentDialogContext &context,
                                     QWidget *parent)
    : QDialog(parent)
    , m_form(new EnvironmentForm(environment, context, this))
    , m_test(new QPushButton(icon(u"refresh"_s), tr("Test"), this))
    , m_save(new QPushButton(tr("Save"), this))
{
    setObjectName(u"environmentDialog"_s);
    setWindowTitle(environment.id == 0 ? tr("New environment") : tr("Environment"));
    m_test->setObjectName(u"test"_s);
    m_save->setObjectName(u"save"_s);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_form, 1);
    QHBoxLayout *buttons = makeDialogFooter(this, layout, m_test);
    auto *cancel = new QPushButton(tr("Cancel"), this);
    cancel->setObjectName(u"cancel"_s);
    buttons->addWidget(cancel);
    buttons->addWidget(m_save);
    // Enter saves, wherever the focus is.
    m_test->setAutoDefault(false);
    cancel->setAutoDefault(false);
    m_save->setDefault(true);
    setRole(m_save, u"primary"_s);
    m_test->setVisible(!environment.isDemo());
    setTabOrder(cancel, m_save);
    connect(m_form, &EnvironmentForm::edited, this, &EnvironmentDialog::enableButtons);
    connect(m_form, &EnvironmentForm::accessEdited, this, &EnvironmentDialog::dropTest);
    connect(m_test, &QPushButton::clicked, this, &EnvironmentDialog::requestTest);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_save, &QPushButton::clicked, this, &EnvironmentDialog::store);
    enableButtons();
    keepHighEnough(this, kWidth);
    m_form->setFocus();
}

void EnvironmentDialog::enableButtons()
{
    m_save->setEnabled(m_form->isReady());
    m_test->setEnabled(m_form->canBeTested());
    m_test->setToolTip(m_form->canBeTested() ? tr(
                           "Ask the server for its newest event with this key. Nothing is stored.")
                                             : tr("A test needs a key and a base URL."));
}

void EnvironmentDialog::requestTest()
{
    const Environment environment = m_form->environment();
    m_asked = environment.baseUrl;
    m_isAsking = true;
    const KeyTestText asking = askingText(m_asked);
    m_form->showNotice(asking.kind, asking.lead, asking.text);
    emit testRequested(environment, m_form->typedKey());
}

void EnvironmentDialog::showTestResult(const Result<KeyAnswer> &answer)
{
    if (!std::exchange(m_isAsking, false)) {
        return;
    }
    const KeyTestText shown = answerText(answer, m_asked);
    m_form->showNotice(shown.kind, shown.lead, shown.text);
    m_test->setText(tr("Test again"));
}

void EnvironmentDialog::dropTest()
{
    m_form->clearNotice();
    m_test->setText(tr("Test"));
    if (std::exchange(m_isAsking, false)) {
        emit testCancelled();
    }
}

void EnvironmentDialog::store()
{
    const Environment environment = m_form->environment();
    const QByteArray typedKey = m_form->typedKey();
    accept();
    emit saved(environment, typedKey);
}

void EnvironmentDialog::done(int result)
{
    dropTest();
    QDialog::done(result);
}

void EnvironmentDialog::focusKey()
{
    m_form->focusKey();
}

} // namespace playhead
