// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "ui/capture/exportdialog.h"

#include "ui/capture/exportjob.h"
#include "ui/shared/dialogparts.h"
#include "ui/shared/icons.h"
#include "ui/shared/playheadstyle.h"
#include "ui/shared/theme.h"

#include <QButtonGroup>
#include <QDateTime>
#include <QDesktopServices>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QLocale>
#include <QProgressBar>
#include <QPushButton>
#include <QRadioButton>
#include <QRegularExpression>
#include <QStackedWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace playhead {

namespace {
constexpr int kWidth = 560;
constexpr int kInset = 20;
constexpr int kCardInset = 11;
constexpr int kFormatLeft = 200;
constexpr int kFirstLine = 400;
constexpr int kProgressSteps = 1000;

QString endingOf(CaptureFormat format)
{
    switch (format) {
    case CaptureFormat::Json:
        return u"json"_s;
    case CaptureFormat::Csv:
        return u"csv"_s;
    case CaptureFormat::Ndjson:
        break;
    }
    return u"ndjson"_s;
}
} // namespace

struct ExportDialog::Private
{
    enum class Stage {
        Asking,
        Writing,
        Done
    };

    ExportDialog *dialog = nullptr;
    ExportChoices choices;
    Stage stage = Stage::Asking;
    std::unique_ptr<ExportJob> job;
    quint64 total = 0;
    bool isClosing = false;

    QStackedWidget *pages = nullptr;
    QButtonGroup *sources = nullptr;
    QButtonGroup *formats = nullptr;
    QLineEdit *path = nullptr;
    FieldProblem *pathProblem = nullptr;
    ToneLabel *replaces = nullptr;
    ToneLabel *firstLine = nullptr;
    Notice *problem = nullptr;
    ToneLabel *size = nullptr;

    ToneLabel *progressTitle = nullptr;
    ToneLabel *progressText = nullptr;
    QProgressBar *bar = nullptr;

    QPushButton *openFolder = nullptr;
    QPushButton *cancel = nullptr;
    QPushButton *go = nullptr;

    QWidget *makeAskPage();
    QWidget *makeProgressPage();
    QLayout *makeSources(QWidget *parent);
    QLayout *makeFormats(QWidget *parent);
    QLayout *makePath(QWidget *parent);
    QWidget *makeFirstLine(QWidget *parent);
    const std::vector<EventRow> &rows() const;
    CaptureFormat format() const { return CaptureFormat(formats->checkedId()); }
    QString defaultPath() const;
    void followFormat() const;
    void showChoice() const;
    void browse();
    void start();
    void showStage(Stage now);
    void failed(const Error &error);
    void done(quint64 events, qint64 bytes);
};

QLayout *ExportDialog::Private::makeSources(QWidget *parent)
{
    auto *column = new QVBoxLayout;
    column->setSpacing(9);
    column->addWidget(groupTitle(tr("Events"), parent));
    sources = new QButtonGroup(parent);
    const QLocale locale;
    const std::pair<QString, const std::vector<EventRow> *> all[] =
        {{tr("Selected, %1"), &choices.selected},
         {tr("Shown, %1"), &choices.shown},
         {tr("All loaded, %1"), &choices.loaded}};
    int id = 0;
    for (const auto &[text, rowsOf] : all) {
        auto *radio = new QRadioButton(text.arg(locale.toString(quint64(rowsOf->size()))), parent);
        radio->setEnabled(!rowsOf->empty());
        sources->addButton(radio, id++);
        column->addWidget(radio);
    }
    column->addStretch(1);
    // One selected event is only where somebody happens to be; several were chosen.
    sources->button(choices.selected.size() > 1 ? 0
                    : choices.shown.empty()     ? 2
                                                : 1)
        ->setChecked(true);
    connect(sources, &QButtonGroup::idToggled, dialog, [this](int, bool isOn) {
        if (isOn) {
            showChoice();
        }
    });
    return column;
}

QLayout *ExportDialog::Private::makeFormats(QWidget *parent)
{
    auto *column = new QVBoxLayout;
    column->setSpacing(2);
    column->addWidget(groupTitle(tr("Format"), parent));
    column->addSpacing(7);
    formats = new QButtonGroup(parent);
    const std::tuple<CaptureFormat, QString, QString> all[] =
        {{CaptureFormat::Ndjson, tr("NDJSON"), tr("One event a line, byte for byte as received")},
         {CaptureFormat::Json, tr("JSON"), tr("One array of the same bytes")},
         {CaptureFormat::Csv, tr("CSV"), tr("Columns for spreadsheets, times in UTC")}};
    for (const auto &[format, name, text] : all) {
        auto *radio = new QRadioButton(name, parent);
        radio->setAccessibleDescription(text);
        formats->addButton(radio, int(format));
        auto *explanation = smallText(text, parent);
        explanation->setContentsMargins(22, 0, 0, 5);
        column->addWidget(radio);
        column->addWidget(explanation);
    }
    column->addStretch(1);
    formats->button(int(CaptureFormat::Ndjson))->setChecked(true);
    connect(formats, &QButtonGroup::idToggled, dialog, [this](int, bool isOn) {
        if (isOn) {
            followFormat();
            showChoice();
        }
    });
    return column;
}

QLayout *ExportDialog::Private::makePath(QWidget *parent)
{
    auto *column = new QVBoxLayout;
    column->setSpacing(6);
    auto *label = new ToneLabel(tr("File"), uiFont(12), ToneLabel::Tone::Secondary, parent);
    path = new QLineEdit(defaultPath(), parent);
    path->setAccessibleName(tr("File"));
    path->setMinimumHeight(30);
    padField(path);
    label->setBuddy(path);
    pathProblem = new FieldProblem(path, parent);
    auto *browseButton = new QPushButton(tr("Browse…"), parent);
    browseButton->setAutoDefault(false);
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(path, 1);
    row->addWidget(browseButton);
    column->addWidget(label);
    column->addLayout(row);
    column->addWidget(pathProblem);
    replaces = new ToneLabel(tr("This file exists. Exporting replaces it."),
                             uiFont(12),
                             ToneLabel::Tone::Warning,
                             parent);
    column->addWidget(replaces);
    connect(path, &QLineEdit::textChanged, dialog, [this] { showChoice(); });
    connect(browseButton, &QPushButton::clicked, dialog, [this] { browse(); });
    return column;
}

QWidget *ExportDialog::Private::makeFirstLine(QWidget *parent)
{
    auto *card = new Card(parent);
    auto *inside = new QVBoxLayout(card);
    inside->setContentsMargins(kCardInset, 8, kCardInset, 8);
    firstLine = new ToneLabel({}, monoFont(12), ToneLabel::Tone::Text, card);
    firstLine->setAccessibleName(tr("First line"));
    // The text is cut at the card's edge, so it must not ask for its whole width.
    firstLine->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    inside->addWidget(firstLine);
    return card;
}

QWidget *ExportDialog::Private::makeAskPage()
{
    auto *page = new QWidget(dialog);
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins(kInset, 16, kInset, 16);
    layout->setSpacing(12);
    auto *columns = new QHBoxLayout;
    auto *left = makeSources(page);
    auto *leftBox = new QWidget(page);
    leftBox->setLayout(left);
    left->setContentsMargins(0, 0, 0, 0);
    leftBox->setMinimumWidth(kFormatLeft);
    columns->addWidget(leftBox);
    columns->addLayout(makeFormats(page), 1);
    columns->setSpacing(20);
    auto *line = new Band(Band::Ground::Window, Band::Line::Top, page);
    line->setFixedHeight(1);
    layout->addLayout(columns);
    layout->addWidget(line);
    layout->addLayout(makePath(page));
    auto *first = new QVBoxLayout;
    first->setSpacing(6);
    first->addWidget(new ToneLabel(tr("First line"), uiFont(12), ToneLabel::Tone::Secondary, page));
    first->addWidget(makeFirstLine(page));
    layout->addLayout(first);
    problem = new Notice(Notice::Kind::Danger, page);
    problem->hide();
    layout->addWidget(problem);
    layout->addStretch(1);
    return page;
}

QWidget *ExportDialog::Private::makeProgressPage()
{
    auto *page = new QWidget(dialog);
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins(kInset, 20, kInset, 20);
    layout->setSpacing(8);
    progressTitle = new ToneLabel({}, uiFont(17, QFont::DemiBold), ToneLabel::Tone::Text, page);
    progressText = smallText({}, page);
    progressText->setTextInteractionFlags(Qt::TextSelectableByMouse);
    bar = new QProgressBar(page);
    bar->setRange(0, kProgressSteps);
    bar->setTextVisible(false);
    bar->setAccessibleName(tr("Export progress"));
    layout->addWidget(progressTitle);
    layout->addWidget(bar);
    layout->addWidget(progressText);
    layout->addStretch(1);
    return page;
}

const std::vector<EventRow> &ExportDialog::Private::rows() const
{
    switch (sources->checkedId()) {
    case 0:
        return choices.selected;
    case 1:
        return choices.shown;
    default:
        return choices.loaded;
    }
}

QString ExportDialog::Private::defaultPath() const
{
    static const QRegularExpression notInNames(u"[^\\p{L}\\p{N}._-]+"_s);
    const QString name = choices.environmentName.toLower().replace(notInNames, u"-"_s);
    const QString day = QDate::currentDate().toString(Qt::ISODate);
    const QString stem = name.isEmpty() ? u"events-%1"_s.arg(day)
                                        : u"events-%1-%2"_s.arg(name, day);
    const QDir folder(choices.folder.isEmpty() ? QDir::homePath() : choices.folder);
    // A name that nobody chose never replaces a file.
    QString file = stem + u".ndjson"_s;
    for (int i = 2; folder.exists(file); ++i) {
        file = u"%1-%2.ndjson"_s.arg(stem).arg(i);
    }
    return QDir::toNativeSeparators(folder.filePath(file));
}

void ExportDialog::Private::followFormat() const
{
    // Only an ending that stands for a format is changed; a person's own ending stays.
    const QString name = path->text();
    if (captureFormatOf(name)) {
        path->setText(name.left(name.lastIndexOf(u'.') + 1) + endingOf(format()));
    }
}

void ExportDialog::Private::showChoice() const
{
    const std::vector<EventRow> &chosen = rows();
    qint64 bytes = 0;
    // Enough rows for a good guess; counting a million would be felt.
    const size_t step = chosen.size() / 10'000 + 1;
    quint64 counted = 0;
    for (size_t i = 0; i < chosen.size(); i += step, ++counted) {
        bytes += choices.events.rawSize(chosen[i]) + 1;
    }
    bytes = counted > 0 ? bytes * qint64(chosen.size()) / qint64(counted) : 0;
    size->setText(
        chosen.empty() || format() == CaptureFormat::Csv
            ? QString()
            : tr("About %1").arg(QLocale().formattedDataSize(bytes, 1, QLocale::DataSizeSIFormat)));
    QString line;
    if (format() == CaptureFormat::Csv) {
        line = u"id,type,created_at,organization_id,object,updated_at,event"_s;
    } else if (!chosen.empty()) {
        const QByteArrayView raw = choices.events.raw(chosen.front());
        line = QString::fromUtf8(raw.first(qMin(raw.size(), qsizetype(kFirstLine))));
        line = format() == CaptureFormat::Json ? u'[' + line : line;
    }
    const int room = qMax(firstLine->width(), kWidth - 2 * (kInset + kCardInset));
    firstLine->setText(firstLine->fontMetrics().elidedText(line, Qt::ElideRight, room));
    const QString file = path->text().trimmed();
    const QFileInfo info(file);
    QString wrong;
    if (!file.isEmpty() && info.isDir()) {
        wrong = tr("This is a folder. Add a file name.");
    } else if (!file.isEmpty() && !info.absoluteDir().exists()) {
        wrong =
            tr("The folder %1 does not exist.").arg(QDir::toNativeSeparators(info.absolutePath()));
    }
    pathProblem->setProblem(wrong);
    replaces->setVisible(wrong.isEmpty() && info.isFile());
    go->setEnabled(!chosen.empty() && !file.isEmpty() && wrong.isEmpty());
    problem->hide();
}

void ExportDialog::Private::browse()
{
    auto *files = new QFileDialog(dialog,
                                  tr("Export events"),
                                  QFileInfo(path->text()).absolutePath());
    files->setAttribute(Qt::WA_DeleteOnClose);
    files->setAcceptMode(QFileDialog::AcceptSave);
    files->setDefaultSuffix(endingOf(format()));
    files->setNameFilters({tr("NDJSON (*.ndjson *.jsonl)"),
                           tr("JSON (*.json)"),
                           tr("CSV (*.csv)"),
                           tr("All files (*)")});
    files->selectFile(QFileInfo(path->text()).fileName());
    connect(files, &QFileDialog::fileSelected, dialog, [this](const QString &file) {
        if (const auto chosen = captureFormatOf(file)) {
            formats->button(int(*chosen))->setChecked(true);
        }
        path->setText(QDir::toNativeSeparators(file));
    });
    files->open();
}

void ExportDialog::Private::start()
{
    total = rows().size();
    job = std::make_unique<ExportJob>(CaptureJob{choices.events, rows(), format()}, dialog->path());
    connect(job.get(), &ExportJob::progressed, dialog, [this](quint64 written) {
        bar->setValue(int(total > 0 ? written * kProgressSteps / total : 0));
        const QLocale locale;
        progressText->setText(
            tr("%1 of %2 events").arg(locale.toString(written), locale.toString(total)));
    });
    connect(job.get(), &ExportJob::finished, dialog, [this](quint64 events, qint64 bytes) {
        done(events, bytes);
    });
    connect(job.get(), &ExportJob::failed, dialog, [this](const Error &error) { failed(error); });
    showStage(Stage::Writing);
    job->start();
}

void ExportDialog::Private::failed(const Error &error)
{
    showStage(Stage::Asking);
    if (isClosing) {
        dialog->reject();
    } else if (error.code != ErrorCode::Cancelled) {
        problem->setText(tr("Nothing was exported."), error.message);
        problem->show();
    }
}

void ExportDialog::Private::done(quint64 events, qint64 bytes)
{
    showStage(Stage::Done);
    const QLocale locale;
    progressTitle->setText(events == 1 ? tr("1 event written")
                                       : tr("%1 events written").arg(locale.toString(events)));
    progressText->setText(
        tr("%1, %2").arg(QDir::toNativeSeparators(dialog->path()),
                         locale.formattedDataSize(bytes, 1, QLocale::DataSizeSIFormat)));
    emit dialog->exported(dialog->path(), events);
    if (isClosing) {
        dialog->accept();
    }
}

void ExportDialog::Private::showStage(Stage now)
{
    stage = now;
    const bool isAsking = now == Stage::Asking;
    pages->setCurrentIndex(isAsking ? 0 : 1);
    size->setVisible(isAsking);
    go->setVisible(isAsking);
    bar->setVisible(now == Stage::Writing);
    openFolder->setVisible(now == Stage::Done);
    cancel->setText(now == Stage::Done ? tr("Close") : tr("Cancel"));
    cancel->setEnabled(true);
    if (now == Stage::Writing) {
        const QLocale locale;
        progressTitle->setText(tr("Writing %1 events").arg(locale.toString(total)));
        progressText->setText(QDir::toNativeSeparators(dialog->path()));
        bar->setValue(0);
    }
    (isAsking ? go : cancel)->setDefault(true);
    (isAsking ? go : cancel)->setFocus();
}

ExportDialog::ExportDialog(ExportChoices choices, QWidget *parent)
    : QDialog(parent)
    , d(std::make_unique<Private>())
{
    setObjectName(u"exportDialog"_s);
    setWindowTitle(tr("Export events"));
    d->dialog = this;
    d->choices = std::move(choices);
    d->size = smallText({}, this);
    d->size->setWordWrap(false);
    d->openFolder = new QPushButton(icon(u"open"_s), tr("Open folder"), this);
    d->cancel = new QPushButton(this);
    d->go = new QPushButton(icon(u"export"_s, IconTint::OnAccent), tr("Export"), this);
    d->go->setObjectName(u"export"_s);
    d->cancel->setObjectName(u"cancel"_s);
    d->openFolder->setAutoDefault(false);
    setRole(d->go, u"primary"_s);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    d->pages = new QStackedWidget(this);
    d->pages->addWidget(d->makeAskPage());
    d->pages->addWidget(d->makeProgressPage());
    layout->addWidget(d->pages, 1);
    QHBoxLayout *buttons = makeDialogFooter(this, layout, d->size);
    buttons->addWidget(d->openFolder);
    buttons->addWidget(d->cancel);
    buttons->addWidget(d->go);
    connect(d->go, &QPushButton::clicked, this, [this] { d->start(); });
    connect(d->cancel, &QPushButton::clicked, this, &ExportDialog::reject);
    connect(d->openFolder, &QPushButton::clicked, this, [this] {
        QDesktopServices::openUrl(QUrl::fromLocalFile(QFileInfo(path()).absolutePath()));
    });
    d->showStage(Private::Stage::Asking);
    d->showChoice();
    keepHighEnough(this, kWidth);
}

ExportDialog::~ExportDialog() = default;

QString ExportDialog::path() const
{
    return QDir::fromNativeSeparators(d->path->text().trimmed());
}

void ExportDialog::setPath(const QString &path)
{
    if (const auto format = captureFormatOf(path)) {
        setFormat(*format);
    }
    d->path->setText(QDir::toNativeSeparators(path));
}

void ExportDialog::setFormat(CaptureFormat format)
{
    d->formats->button(int(format))->setChecked(true);
}

void ExportDialog::reject()
{
    // A first Cancel stops the writing and comes back to the choices; the writer answers at once.
    if (d->stage == Private::Stage::Writing) {
        d->cancel->setEnabled(false);
        d->progressTitle->setText(tr("Stopping…"));
        d->job->stop();
        return;
    }
    if (d->stage == Private::Stage::Done) {
        accept();
        return;
    }
    QDialog::reject();
}

void ExportDialog::closeEvent(QCloseEvent *event)
{
    d->isClosing = d->stage == Private::Stage::Writing;
    QDialog::closeEvent(event);
}

} // namespace playhead
