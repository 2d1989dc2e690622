// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "ui/capture/exportdialog.h"

#include "ui/capture/exportform.h"
#include "ui/capture/exportjob.h"
#include "ui/shared/dialogparts.h"
#include "ui/shared/icons.h"
#include "ui/shared/playheadstyle.h"
#include "ui/shared/theme.h"

#include <QCloseEvent>
#include <QDate>
#include <QDesktopServices>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLocale>
#include <QProgressBar>
#include <QPushButton>
#include <QRegularExpression>
#include <QStackedWidget>
#include <QUrl>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace playhead {

namespace {
constexpr int kWidth = 560;
constexpr int kInset = 20;
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
    QString path; ///< Of the file that is or was written.
    Stage stage = Stage::Asking;
    std::unique_ptr<ExportJob> job;
    quint64 total = 0;
    bool isClosing = false;

    QStackedWidget *pages = nullptr;
    ExportForm *form = nullptr;
    ToneLabel *size = nullptr;

    ToneLabel *progressTitle = nullptr;
    ToneLabel *progressText = nullptr;
    QProgressBar *bar = nullptr;

    QPushButton *openFolder = nullptr;
    QPushButton *cancel = nullptr;
    QPushButton *go = nullptr;

    QWidget *makeProgressPage();
    void showChoice() const;
    void choosePlace() const;
    void start();
    void showStage(Stage now);
    void failed(const Error &error);
    void done(quint64 events, qint64 bytes);
};

void ExportDialog::Private::showChoice() const
{
    size->setText(form->sizeText());
    go->setEnabled(form->isReady());
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

void ExportDialog::Private::start()
{
    total = form->rows().size();
    job = std::make_unique<ExportJob>(CaptureJob{choices.events, form->rows(), form->format()},
                                      path);
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
        form->showProblem(error);
    }
}

void ExportDialog::Private::done(quint64 events, qint64 bytes)
{
    showStage(Stage::Done);
    const QLocale locale;
    progressTitle->setText(events == 1 ? tr("1 event written")
                                       : tr("%1 events written").arg(locale.toString(events)));
    progressText->setText(
        tr("%1, %2").arg(QDir::toNativeSeparators(path),
                         locale.formattedDataSize(bytes, 1, QLocale::DataSizeSIFormat)));
    emit dialog->exported(path, events);
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
        progressText->setText(QDir::toNativeSeparators(path));
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
    d->size->setObjectName(u"size"_s);
    d->size->setWordWrap(false);
    d->openFolder = new QPushButton(icon(u"open"_s), tr("Open folder"), this);
    d->cancel = new QPushButton(this);
    d->go = new QPushButton(icon(u"export"_s, IconTint::OnAccent), tr("Export…"), this);
    d->go->setObjectName(u"export"_s);
    d->cancel->setObjectName(u"cancel"_s);
    d->openFolder->setAutoDefault(false);
    setRole(d->go, u"primary"_s);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    d->pages = new QStackedWidget(this);
    d->form = new ExportForm(d->choices, this);
    d->pages->addWidget(d->form);
    d->pages->addWidget(d->makeProgressPage());
    layout->addWidget(d->pages, 1);
    QHBoxLayout *buttons = makeDialogFooter(this, layout, d->size);
    buttons->addWidget(d->openFolder);
    buttons->addWidget(d->cancel);
    buttons->addWidget(d->go);
    connect(d->form, &ExportForm::edited, this, [this] { d->showChoice(); });
    connect(d->form, &ExportForm::spanWanted, this, &ExportDialog::spanWanted);
    connect(d->go, &QPushButton::clicked, this, [this] { d->choosePlace(); });
    connect(d->cancel, &QPushButton::clicked, this, &ExportDialog::reject);
    connect(d->openFolder, &QPushButton::clicked, this, [this] {
        QDesktopServices::openUrl(QUrl::fromLocalFile(QFileInfo(d->path).absolutePath()));
    });
    d->showStage(Private::Stage::Asking);
    d->showChoice();
    keepHighEnough(this, kWidth);
}

ExportDialog::~ExportDialog() = default;

QString ExportDialog::suggestedPath() const
{
    static const QRegularExpression notInNames(u"[^\\p{L}\\p{N}._-]+"_s);
    const QString name = d->choices.environmentName.toLower().replace(notInNames, u"-"_s);
    const QString day = QDate::currentDate().toString(Qt::ISODate);
    const QString stem = name.isEmpty() ? u"events-%1"_s.arg(day)
                                        : u"events-%1-%2"_s.arg(name, day);
    const QString ending = endingOf(d->form->format());
    const QDir folder(d->choices.folder.isEmpty() ? QDir::homePath() : d->choices.folder);
    QString file = u"%1.%2"_s.arg(stem, ending);
    for (int i = 2; folder.exists(file); ++i) {
        file = u"%1-%2.%3"_s.arg(stem).arg(i).arg(ending);
    }
    return folder.filePath(file);
}

void ExportDialog::Private::choosePlace() const
{
    const QFileInfo suggested(dialog->suggestedPath());
    auto *files = new QFileDialog(dialog, tr("Export events"), suggested.absolutePath());
    files->setObjectName(u"exportPlace"_s);
    files->setAttribute(Qt::WA_DeleteOnClose);
    files->setAcceptMode(QFileDialog::AcceptSave);
    files->setDefaultSuffix(suggested.suffix());
    const QStringList filters{tr("NDJSON (*.ndjson *.jsonl)"),
                              tr("JSON (*.json)"),
                              tr("CSV (*.csv)"),
                              tr("All files (*)")};
    files->setNameFilters(filters);
    files->selectNameFilter(filters[int(form->format())]);
    files->selectFile(suggested.fileName());
    connect(files, &QFileDialog::fileSelected, dialog, &ExportDialog::exportTo);
    files->open();
}

void ExportDialog::exportTo(const QString &path)
{
    if (const auto known = captureFormatOf(path)) {
        d->form->setFormat(*known);
    }
    d->path = path;
    d->start();
}

void ExportDialog::setAfterCursor(std::vector<EventRow> rows, bool isAtLeast)
{
    d->form->setAfterCursor(std::move(rows), isAtLeast);
}

void ExportDialog::setBetween(const CursorSpan &span, std::vector<EventRow> rows, bool isAtLeast)
{
    d->form->setBetween(span, std::move(rows), isAtLeast);
}

void ExportDialog::setFormat(CaptureFormat format)
{
    d->form->setFormat(format);
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
