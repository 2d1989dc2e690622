// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "ui/environments/environmentdialog.h"

#include "ui/environments/colourswatches.h"
#include "ui/shared/dialogparts.h"
#include "ui/shared/playheadstyle.h"
#include "ui/shared/theme.h"

#include <QButtonGroup>
#include <QCheckBox>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QHostAddress>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace playhead {

namespace {
constexpr int kWidth = 560;
constexpr int kInset = 20;
constexpr int kFieldHeight = 30;
constexpr int kMostName = 80;

QString defaultBaseUrl()
{
    return u"https://api.workos.com"_s;
}

bool isLoopback(const QUrl &url)
{
    return url.host() == u"localhost"_s || QHostAddress(url.host()).isLoopback();
}

// The key is sent to this place, so a plain http address is taken on this machine only (style 5.4).
QString urlProblem(const QUrl &url)
{
    if (!url.isValid() || url.host().isEmpty()
        || (url.scheme() != u"https"_s && url.scheme() != u"http"_s)) {
        return EnvironmentDialog::tr(
            "This is no web address. It looks like https://api.workos.com.");
    }
    if (url.scheme() == u"http"_s && !isLoopback(url)) {
        return EnvironmentDialog::tr(
            "The key would travel unprotected. Use https, or http on this machine.");
    }
    if (!url.userInfo().isEmpty() || url.hasQuery() || url.hasFragment()) {
        return EnvironmentDialog::tr("Only scheme, host, port and path belong here.");
    }
    return {};
}

QString keyProblem(const QString &key)
{
    const bool isPlain = std::all_of(key.begin(), key.end(), [](QChar c) {
        return c > u' ' && c < QChar(0x7F);
    });
    return isPlain ? QString()
                   : EnvironmentDialog::tr(
                       "A key has no spaces and only plain letters, figures and signs.");
}
} // namespace

struct EnvironmentDialog::Private
{
    EnvironmentDialog *dialog = nullptr;
    Environment environment;
    EnvironmentDialogContext context;
    bool isProductionEdited = false;

    QLineEdit *name = nullptr;
    FieldProblem *nameProblem = nullptr;
    QRadioButton *isTyped = nullptr;
    QRadioButton *isVariable = nullptr;
    QLineEdit *key = nullptr;
    FieldProblem *keyWrong = nullptr;
    ToneLabel *keyHint = nullptr;
    QLineEdit *url = nullptr;
    FieldProblem *urlWrong = nullptr;
    ColourSwatches *colour = nullptr;
    QCheckBox *isProduction = nullptr;
    Notice *problem = nullptr;
    QPushButton *save = nullptr;

    QWidget *makeBody();
    QGridLayout *makeGrid(QWidget *parent);
    void makeKeyRows(QGridLayout *grid, QWidget *parent);
    void makeUrlRow(QGridLayout *grid, QWidget *parent);
    void makeProductionRow(QGridLayout *grid, QWidget *parent);
    static void addLabel(QGridLayout *grid, const QString &label, QWidget *field);
    void check() const;
    void store();
};

void EnvironmentDialog::Private::addLabel(QGridLayout *grid, const QString &label, QWidget *field)
{
    auto *text =
        new ToneLabel(label, uiFont(13), ToneLabel::Tone::Secondary, field->parentWidget());
    nameField(text, field, label);
    grid->addWidget(text, grid->rowCount(), 0, Qt::AlignRight | Qt::AlignVCenter);
    grid->addWidget(field, grid->rowCount() - 1, 1);
}

QWidget *EnvironmentDialog::Private::makeBody()
{
    auto *body = new QWidget(dialog);
    auto *layout = new QVBoxLayout(body);
    layout->setContentsMargins(kInset, 16, kInset, 18);
    layout->setSpacing(14);
    layout->addLayout(makeGrid(body));
    problem = new Notice(Notice::Kind::Danger, body);
    problem->hide();
    layout->addWidget(problem);
    layout->addStretch(1);
    return body;
}

QGridLayout *EnvironmentDialog::Private::makeGrid(QWidget *parent)
{
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(10);
    grid->setVerticalSpacing(8);
    grid->setColumnMinimumWidth(0, 104);
    grid->setColumnStretch(1, 1);
    name = new QLineEdit(environment.name, parent);
    name->setMaxLength(kMostName);
    name->setMinimumHeight(kFieldHeight);
    padField(name);
    name->setPlaceholderText(tr("Staging"));
    nameProblem = new FieldProblem(name, parent);
    addLabel(grid, tr("Name"), name);
    grid->addWidget(nameProblem, grid->rowCount(), 1);
    connect(name, &QLineEdit::textChanged, dialog, [this] { check(); });
    if (!environment.isDemo()) {
        makeKeyRows(grid, parent);
        makeUrlRow(grid, parent);
    }
    colour = new ColourSwatches(parent);
    colour->setColour(environment.colour);
    addLabel(grid, tr("Colour"), colour);
    if (!environment.isDemo()) {
        makeProductionRow(grid, parent);
    }
    return grid;
}

void EnvironmentDialog::Private::makeKeyRows(QGridLayout *grid, QWidget *parent)
{
    auto *source = new QWidget(parent);
    auto *row = new QHBoxLayout(source);
    row->setContentsMargins(0, 3, 0, 0);
    row->setSpacing(18);
    isTyped = new QRadioButton(tr("Typed here"), source);
    isVariable = new QRadioButton(tr("From WORKOS_API_KEY"), source);
    auto *group = new QButtonGroup(source);
    group->addButton(isTyped);
    group->addButton(isVariable);
    row->addWidget(isTyped);
    row->addWidget(isVariable);
    row->addStretch(1);
    (environment.keySource == KeySource::Variable ? isVariable : isTyped)->setChecked(true);
    addLabel(grid, tr("API key"), source);
    source->setAccessibleName(tr("Where the API key comes from")); // the bare name is the field's
    key = new QLineEdit(parent);
    key->setEchoMode(QLineEdit::Password);
    key->setFont(monoFont(12));
    key->setMinimumHeight(kFieldHeight);
    padField(key);
    key->setInputMethodHints(Qt::ImhSensitiveData | Qt::ImhNoPredictiveText
                             | Qt::ImhNoAutoUppercase);
    key->setAccessibleName(tr("API key"));
    key->setObjectName(u"key"_s);
    key->setPlaceholderText(context.hasKeyInMemory ? tr("The key typed before stays in use")
                                                   : u"sk_test_… , sk_live_…"_s);
    keyWrong = new FieldProblem(key, parent);
    keyHint = smallText({}, parent);
    grid->addWidget(key, grid->rowCount(), 1);
    grid->addWidget(keyWrong, grid->rowCount(), 1);
    grid->addWidget(keyHint, grid->rowCount(), 1);
    connect(isTyped, &QRadioButton::toggled, dialog, [this] { check(); });
    connect(key, &QLineEdit::textChanged, dialog, [this](const QString &text) {
        if (text.startsWith(u"sk_live_"_s) && !isProductionEdited) {
            isProduction->setChecked(true);
        }
        check();
    });
}

void EnvironmentDialog::Private::makeUrlRow(QGridLayout *grid, QWidget *parent)
{
    url = new QLineEdit(environment.baseUrl.isEmpty() ? defaultBaseUrl()
                                                      : environment.baseUrl.toString(),
                        parent);
    url->setFont(monoFont(12));
    url->setMinimumHeight(kFieldHeight);
    padField(url);
    urlWrong = new FieldProblem(url, parent);
    addLabel(grid, tr("Base URL"), url);
    grid->addWidget(urlWrong, grid->rowCount(), 1);
    connect(url, &QLineEdit::textChanged, dialog, [this] { check(); });
}

void EnvironmentDialog::Private::makeProductionRow(QGridLayout *grid, QWidget *parent)
{
    isProduction = new QCheckBox(tr("This is production"), parent);
    isProduction->setChecked(environment.isProduction);
    auto *box = new QVBoxLayout;
    box->setSpacing(4);
    auto *why = smallText(
        tr("Red frame and the word PROD, and Enter alone moves no cursor. Playhead only reads, here as everywhere."),
        parent);
    why->setContentsMargins(22, 0, 0, 0);
    box->addSpacing(4);
    box->addWidget(isProduction);
    box->addWidget(why);
    grid->addLayout(box, grid->rowCount(), 1);
    connect(isProduction, &QCheckBox::clicked, dialog, [this] { isProductionEdited = true; });
    connect(isProduction, &QCheckBox::toggled, dialog, [this](bool isOn) {
        if (isOn) {
            colour->setColour(EnvironmentColour::Red);
        }
    });
}

void EnvironmentDialog::Private::check() const
{
    const QString typed = name->text().trimmed();
    nameProblem->setProblem(
        context.takenNames.contains(typed) ? tr("Another environment has this name.") : QString());
    bool isReady = !typed.isEmpty() && !nameProblem->isShown();
    if (!environment.isDemo()) {
        const bool takesTyped = isTyped->isChecked();
        key->setEnabled(takesTyped);
        keyWrong->setProblem(takesTyped ? keyProblem(key->text().trimmed()) : QString());
        keyHint->setText(
            takesTyped ? tr("Kept in memory until you quit. Never written to disk.")
            : context.isVariableSet
                ? tr("Read from the environment variable each time. Never written to disk.")
                : tr("The variable is not set now. Set it before you start Playhead."));
        const QString address = url->text().trimmed();
        urlWrong->setProblem(address.isEmpty() ? QString()
                                               : urlProblem(QUrl(address, QUrl::StrictMode)));
        const bool hasKey = !takesTyped || !key->text().trimmed().isEmpty()
                            || context.hasKeyInMemory || environment.id != 0;
        isReady = isReady && hasKey && !keyWrong->isShown() && !urlWrong->isShown()
                  && !address.isEmpty();
    }
    save->setEnabled(isReady);
}

void EnvironmentDialog::Private::store()
{
    Environment changed = environment;
    changed.name = name->text().trimmed();
    changed.colour = colour->colour();
    QByteArray typedKey;
    if (!environment.isDemo()) {
        changed.keySource = isTyped->isChecked() ? KeySource::Memory : KeySource::Variable;
        changed.baseUrl = QUrl(url->text().trimmed(), QUrl::StrictMode);
        changed.isProduction = isProduction->isChecked();
        typedKey = isTyped->isChecked() ? key->text().trimmed().toUtf8() : QByteArray();
    }
    dialog->accept();
    emit dialog->saved(changed, typedKey);
}

EnvironmentDialog::EnvironmentDialog(const Environment &environment,
                                     const EnvironmentDialogContext &context,
                                     QWidget *parent)
    : QDialog(parent)
    , d(std::make_unique<Private>())
{
    setObjectName(u"environmentDialog"_s);
    d->dialog = this;
    d->environment = environment;
    d->context = context;
    setWindowTitle(environment.id == 0 ? tr("New environment") : tr("Environment"));
    d->save = new QPushButton(tr("Save"), this);
    d->save->setObjectName(u"save"_s);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(d->makeBody(), 1);
    QHBoxLayout *buttons = makeDialogFooter(this, layout);
    auto *cancel = new QPushButton(tr("Cancel"), this);
    cancel->setAutoDefault(false);
    d->save->setDefault(true);
    setRole(d->save, u"primary"_s);
    buttons->addWidget(cancel);
    buttons->addWidget(d->save);
    setTabOrder(cancel, d->save);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(d->save, &QPushButton::clicked, this, [this] { d->store(); });
    d->check();
    keepHighEnough(this, kWidth);
    d->name->setFocus();
}

EnvironmentDialog::~EnvironmentDialog() = default;

void EnvironmentDialog::focusKey()
{
    if (d->key) {
        d->isTyped->setChecked(true);
        d->key->setFocus();
    }
}

void EnvironmentDialog::showError(const QString &message)
{
    d->problem->setText({}, message);
    d->problem->show();
    show();
}

} // namespace playhead
