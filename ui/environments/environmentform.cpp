// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "ui/environments/environmentform.h"

#include "model/environments/baseurl.h"
#include "ui/environments/colourswatches.h"
#include "ui/environments/keyfield.h"
#include "ui/shared/dialogparts.h"
#include "ui/shared/theme.h"

#include <QButtonGroup>
#include <QCheckBox>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QRadioButton>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace playhead {

namespace {
constexpr int kInset = 20;
constexpr int kFieldHeight = 30;
constexpr int kLabelWidth = 104;
constexpr int kLabelGap = 10;
constexpr int kMostName = 80;
constexpr char kDefaultBaseUrl[] = "https://api.workos.com";

QString problemOfKey(const QString &key)
{
    const bool isPlain = std::all_of(key.begin(), key.end(), [](QChar c) {
        return c > u' ' && c < QChar(0x7F);
    });
    return isPlain ? QString()
                   : EnvironmentForm::tr(
                       "A key has no spaces and only plain letters, figures and signs.");
}
} // namespace

EnvironmentForm::EnvironmentForm(Environment environment,
                                 EnvironmentDialogContext context,
                                 QWidget *parent)
    : QWidget(parent)
    , m_environment(std::move(environment))
    , m_context(std::move(context))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(kInset, 16, kInset, 18);
    layout->addLayout(makeGrid());
    layout->addStretch(1);
    setFocusProxy(m_name);
    check();
}

QGridLayout *EnvironmentForm::makeGrid()
{
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(0);
    grid->setVerticalSpacing(8);
    grid->setColumnMinimumWidth(0, kLabelWidth);
    grid->setColumnMinimumWidth(1, kLabelGap);
    grid->setColumnStretch(2, 1);
    addName(grid);
    if (!m_environment.isDemo()) {
        addKeySource(grid);
        addKey(grid);
        addUrl(grid);
    }
    addColour(grid);
    if (!m_environment.isDemo()) {
        addProduction(grid);
    }
    addNotice(grid);
    return grid;
}

QVBoxLayout *EnvironmentForm::addRow(QGridLayout *grid, const QString &label, QWidget *field)
{
    auto *text = new ToneLabel(label, uiFont(13), ToneLabel::Tone::Secondary, this);
    nameField(text, field, label);
    text->setMinimumHeight(scaledPx(kFieldHeight)); // Beside the field, whatever stands beneath it.
    auto *cell = new QVBoxLayout;
    cell->setSpacing(4);
    cell->addWidget(field);
    const int row = grid->rowCount();
    grid->addWidget(text, row, 0, Qt::AlignRight | Qt::AlignTop);
    grid->addLayout(cell, row, 2);
    return cell;
}

QLineEdit *EnvironmentForm::makeField(const QString &text)
{
    auto *field = new QLineEdit(text, this);
    field->setMinimumHeight(scaledPx(kFieldHeight));
    padField(field);
    return field;
}

void EnvironmentForm::addName(QGridLayout *grid)
{
    m_name = makeField(m_environment.name);
    m_name->setMaxLength(kMostName);
    m_name->setPlaceholderText(tr("Staging"));
    m_nameProblem = new FieldProblem(m_name, this);
    addRow(grid, tr("Name"), m_name)->addWidget(m_nameProblem);
    connect(m_name, &QLineEdit::textChanged, this, &EnvironmentForm::check);
}

void EnvironmentForm::addKeySource(QGridLayout *grid)
{
    auto *source = new QWidget(this);
    source->setMinimumHeight(scaledPx(kFieldHeight));
    auto *row = new QHBoxLayout(source);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(18);
    m_isTyped = new QRadioButton(tr("Typed here"), source);
    m_isVariable = new QRadioButton(tr("From WORKOS_API_KEY"), source);
    auto *group = new QButtonGroup(source);
    group->addButton(m_isTyped);
    group->addButton(m_isVariable);
    row->addWidget(m_isTyped);
    row->addWidget(m_isVariable);
    row->addStretch(1);
    const bool isVariable = m_environment.keySource == KeySource::Variable;
    (isVariable ? m_isVariable : m_isTyped)->setChecked(true);
    addRow(grid, tr("Key source"), source);
    connect(m_isTyped, &QRadioButton::toggled, this, &EnvironmentForm::changeAccess);
}

void EnvironmentForm::addKey(QGridLayout *grid)
{
    m_key = new KeyField(this);
    m_key->setMinimumHeight(scaledPx(kFieldHeight));
    m_key->setObjectName(u"key"_s);
    m_key->setPlaceholderText(m_context.hasKeyInMemory ? tr("The key typed before stays in use")
                                                       : tr("sk_test_… or sk_live_…"));
    m_keyProblem = new FieldProblem(m_key, this);
    m_keyHint = smallText({}, this);
    QVBoxLayout *cell = addRow(grid, tr("API key"), m_key);
    cell->addWidget(m_keyProblem);
    cell->addWidget(m_keyHint);
    connect(m_key, &QLineEdit::textChanged, this, [this](const QString &text) {
        if (text.trimmed().startsWith(u"sk_live_"_s) && !m_isProductionEdited) {
            m_isProduction->setChecked(true);
        }
        changeAccess();
    });
}

void EnvironmentForm::addUrl(QGridLayout *grid)
{
    m_url = makeField(m_environment.baseUrl.isEmpty() ? QString::fromLatin1(kDefaultBaseUrl)
                                                      : m_environment.baseUrl.toString());
    m_url->setFont(monoFont(12));
    m_urlProblem = new FieldProblem(m_url, this);
    addRow(grid, tr("Base URL"), m_url)->addWidget(m_urlProblem);
    connect(m_url, &QLineEdit::textChanged, this, &EnvironmentForm::changeAccess);
}

void EnvironmentForm::addColour(QGridLayout *grid)
{
    m_colour = new ColourSwatches(this);
    m_colour->setColour(m_environment.colour);
    auto *text = new ToneLabel(tr("Colour"), uiFont(13), ToneLabel::Tone::Secondary, this);
    nameField(text, m_colour, tr("Colour"));
    const int row = grid->rowCount();
    grid->addWidget(text, row, 0, Qt::AlignRight | Qt::AlignVCenter);
    // The ring of the first swatch lies left of the fields' edge, so that its colour stands on the edge.
    m_colour->setContentsMargins(kLabelGap - ColourSwatch::ringWidth(), 0, 0, 0);
    grid->addWidget(m_colour, row, 1, 1, 2);
}

void EnvironmentForm::addProduction(QGridLayout *grid)
{
    m_isProduction = new QCheckBox(tr("This is production"), this);
    m_isProduction->setChecked(m_environment.isProduction);
    auto *why = smallText(
        tr("Red frame and the word PROD, and Enter alone moves no cursor. Playhead only reads, here as everywhere."),
        this);
    why->setContentsMargins(indicatorTextLeft(m_isProduction), 0, 0, 0);
    auto *cell = new QVBoxLayout;
    cell->setSpacing(2);
    cell->addSpacing(4);
    cell->addWidget(m_isProduction);
    cell->addWidget(why);
    grid->addLayout(cell, grid->rowCount(), 2);
    connect(m_isProduction, &QCheckBox::clicked, this, [this] { m_isProductionEdited = true; });
    connect(m_isProduction, &QCheckBox::toggled, this, [this](bool isOn) {
        if (isOn) {
            m_colour->setColour(EnvironmentColour::Red);
        }
    });
}

void EnvironmentForm::addNotice(QGridLayout *grid)
{
    m_notice = new Notice(Notice::Kind::Info, this);
    m_notice->setObjectName(u"notice"_s);
    m_notice->hide();
    auto *cell = new QVBoxLayout;
    cell->setContentsMargins(0, 4, 0, 0);
    cell->addWidget(m_notice);
    grid->addLayout(cell, grid->rowCount(), 2);
}

void EnvironmentForm::showNotice(Notice::Kind kind, const QString &lead, const QString &text)
{
    m_notice->setKind(kind);
    m_notice->setText(lead, text);
    m_notice->show();
}

void EnvironmentForm::clearNotice()
{
    m_notice->hide();
    m_notice->setText({}, {});
}

void EnvironmentForm::changeAccess()
{
    check();
    emit accessEdited();
}

void EnvironmentForm::check()
{
    if (!m_notice) {
        return; // Still being made.
    }
    const QString name = m_name->text().trimmed();
    QString wrong;
    if (m_context.takenNames.contains(name)) {
        wrong = tr("Another environment has this name.");
    } else if (name.isEmpty() && m_name->isModified()) {
        wrong = tr("An environment needs a name.");
    }
    m_nameProblem->setProblem(wrong);
    m_isReady = !name.isEmpty() && wrong.isEmpty();
    if (!m_environment.isDemo()) {
        const bool isUrlGood = checkUrl();
        const bool isKeyGood = checkKey();
        const bool isTyped = m_isTyped->isChecked();
        const bool hasTyped = isTyped && !m_key->text().trimmed().isEmpty();
        const bool isKeptKey = isTyped && m_context.hasKeyInMemory;
        const bool isOld = m_environment.id != 0; // Its key may be given another time.
        m_isReady = m_isReady && isUrlGood && isKeyGood
                    && (!isTyped || hasTyped || isKeptKey || isOld);
        m_canBeTested = isUrlGood && isKeyGood
                        && (isTyped ? hasTyped || isKeptKey : m_context.isVariableSet);
    }
    emit edited();
}

bool EnvironmentForm::checkKey()
{
    const bool isTyped = m_isTyped->isChecked();
    m_key->setEnabled(isTyped);
    m_keyProblem->setProblem(isTyped ? problemOfKey(m_key->text().trimmed()) : QString());
    m_keyHint->setText(
        isTyped ? tr("Kept in memory until you quit. Never written to settings or exports.")
        : m_context.isVariableSet
            ? tr(
                "Read from the environment variable each time. Never written to settings or exports.")
            : tr("The variable is not set now. Set it before you start Playhead."));
    return !m_keyProblem->isShown();
}

bool EnvironmentForm::checkUrl()
{
    // The key is sent there, so the model's rules are the form's.
    const Result<QUrl> url = parseBaseUrl(m_url->text());
    m_urlProblem->setProblem(url ? QString() : url.error().message);
    return url.has_value();
}

Environment EnvironmentForm::environment() const
{
    Environment changed = m_environment;
    changed.name = m_name->text().trimmed();
    changed.colour = m_colour->colour();
    if (!m_environment.isDemo()) {
        changed.keySource = m_isTyped->isChecked() ? KeySource::Memory : KeySource::Variable;
        changed.baseUrl = parseBaseUrl(m_url->text()).value_or(QUrl());
        changed.isProduction = m_isProduction->isChecked();
    }
    return changed;
}

QByteArray EnvironmentForm::typedKey() const
{
    const bool isTyped = !m_environment.isDemo() && m_isTyped->isChecked();
    return isTyped ? m_key->text().trimmed().toUtf8() : QByteArray();
}

void EnvironmentForm::focusKey()
{
    if (m_key) {
        m_isTyped->setChecked(true);
        m_key->setFocus(Qt::OtherFocusReason);
    }
}

} // namespace playhead
