// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "ui/capture/exportform.h"

#include "ui/shared/dialogparts.h"
#include "ui/shared/theme.h"

#include <QButtonGroup>
#include <QDate>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QRadioButton>
#include <QRegularExpression>
#include <QVBoxLayout>

#include <tuple>
#include <utility>

using namespace Qt::StringLiterals;

namespace playhead {

namespace {
constexpr int kWidth = 560;
constexpr int kInset = 20;
constexpr int kCardInset = 11;
constexpr int kFormatLeft = 200;
constexpr int kFirstLine = 400;

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

ExportForm::ExportForm(const ExportChoices &choices, QWidget *parent)
    : QWidget(parent)
    , m_choices(choices)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(kInset, 16, kInset, 16);
    layout->setSpacing(12);
    auto *columns = new QHBoxLayout;
    auto *left = makeSources(this);
    auto *leftBox = new QWidget(this);
    leftBox->setLayout(left);
    left->setContentsMargins(0, 0, 0, 0);
    leftBox->setMinimumWidth(kFormatLeft);
    columns->addWidget(leftBox);
    columns->addLayout(makeFormats(this), 1);
    columns->setSpacing(20);
    auto *line = new Band(Band::Ground::Window, Band::Line::Top, this);
    line->setFixedHeight(1);
    layout->addLayout(columns);
    layout->addWidget(line);
    layout->addLayout(makePath(this));
    auto *first = new QVBoxLayout;
    first->setSpacing(6);
    first->addWidget(new ToneLabel(tr("First line"), uiFont(12), ToneLabel::Tone::Secondary, this));
    first->addWidget(makeFirstLine(this));
    layout->addLayout(first);
    m_problem = new Notice(Notice::Kind::Danger, this);
    m_problem->hide();
    layout->addWidget(m_problem);
    layout->addStretch(1);
    showChoice();
}

QLayout *ExportForm::makeSources(QWidget *parent)
{
    auto *column = new QVBoxLayout;
    column->setSpacing(9);
    column->addWidget(groupTitle(tr("Events"), parent));
    m_sources = new QButtonGroup(parent);
    const QLocale locale;
    const std::pair<QString, const std::vector<EventRow> *> all[] =
        {{tr("Selected, %1"), &m_choices.selected},
         {tr("Shown, %1"), &m_choices.shown},
         {tr("All loaded, %1"), &m_choices.loaded}};
    int id = 0;
    for (const auto &[text, rowsOf] : all) {
        auto *radio = new QRadioButton(text.arg(locale.toString(quint64(rowsOf->size()))), parent);
        radio->setEnabled(!rowsOf->empty());
        m_sources->addButton(radio, id++);
        column->addWidget(radio);
    }
    column->addStretch(1);
    // One selected event is only where somebody happens to be; several were chosen.
    m_sources->button(m_choices.selected.size() > 1 ? 0
                      : m_choices.shown.empty()     ? 2
                                                    : 1)
        ->setChecked(true);
    connect(m_sources, &QButtonGroup::idToggled, this, [this](int, bool isOn) {
        if (isOn) {
            showChoice();
        }
    });
    return column;
}

QLayout *ExportForm::makeFormats(QWidget *parent)
{
    auto *column = new QVBoxLayout;
    column->setSpacing(2);
    column->addWidget(groupTitle(tr("Format"), parent));
    column->addSpacing(7);
    m_formats = new QButtonGroup(parent);
    const std::tuple<CaptureFormat, QString, QString> all[] =
        {{CaptureFormat::Ndjson, tr("NDJSON"), tr("One event a line, byte for byte as received")},
         {CaptureFormat::Json, tr("JSON"), tr("One array of the same bytes")},
         {CaptureFormat::Csv, tr("CSV"), tr("Columns for spreadsheets, times in UTC")}};
    for (const auto &[format, name, text] : all) {
        auto *radio = new QRadioButton(name, parent);
        radio->setAccessibleDescription(text);
        m_formats->addButton(radio, int(format));
        auto *explanation = smallText(text, parent);
        explanation->setContentsMargins(22, 0, 0, 5);
        column->addWidget(radio);
        column->addWidget(explanation);
    }
    column->addStretch(1);
    m_formats->button(int(CaptureFormat::Ndjson))->setChecked(true);
    connect(m_formats, &QButtonGroup::idToggled, this, [this](int, bool isOn) {
        if (isOn) {
            followFormat();
            showChoice();
        }
    });
    return column;
}

QLayout *ExportForm::makePath(QWidget *parent)
{
    auto *column = new QVBoxLayout;
    column->setSpacing(6);
    auto *label = new ToneLabel(tr("File"), uiFont(12), ToneLabel::Tone::Secondary, parent);
    m_path = new QLineEdit(defaultPath(), parent);
    m_path->setMinimumHeight(30);
    padField(m_path);
    nameField(label, m_path, tr("File"));
    m_pathProblem = new FieldProblem(m_path, parent);
    auto *browseButton = new QPushButton(tr("Browse…"), parent);
    browseButton->setAutoDefault(false);
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(m_path, 1);
    row->addWidget(browseButton);
    column->addWidget(label);
    column->addLayout(row);
    column->addWidget(m_pathProblem);
    m_replaces = new ToneLabel(tr("This file exists. Exporting replaces it."),
                               uiFont(12),
                               ToneLabel::Tone::Warning,
                               parent);
    column->addWidget(m_replaces);
    connect(m_path, &QLineEdit::textChanged, this, [this] { showChoice(); });
    connect(browseButton, &QPushButton::clicked, this, [this] { browse(); });
    return column;
}

QWidget *ExportForm::makeFirstLine(QWidget *parent)
{
    auto *card = new Card(parent);
    auto *inside = new QVBoxLayout(card);
    inside->setContentsMargins(kCardInset, 8, kCardInset, 8);
    m_firstLine = new ToneLabel({}, monoFont(12), ToneLabel::Tone::Text, card);
    m_firstLine->setAccessibleName(tr("First line"));
    // The text is cut at the card's edge, so it must not ask for its whole width.
    m_firstLine->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    inside->addWidget(m_firstLine);
    return card;
}

const std::vector<EventRow> &ExportForm::rows() const
{
    switch (m_sources->checkedId()) {
    case 0:
        return m_choices.selected;
    case 1:
        return m_choices.shown;
    default:
        return m_choices.loaded;
    }
}

QString ExportForm::defaultPath() const
{
    static const QRegularExpression notInNames(u"[^\\p{L}\\p{N}._-]+"_s);
    const QString name = m_choices.environmentName.toLower().replace(notInNames, u"-"_s);
    const QString day = QDate::currentDate().toString(Qt::ISODate);
    const QString stem = name.isEmpty() ? u"events-%1"_s.arg(day)
                                        : u"events-%1-%2"_s.arg(name, day);
    const QDir folder(m_choices.folder.isEmpty() ? QDir::homePath() : m_choices.folder);
    // A name that nobody chose never replaces a file.
    QString file = stem + u".ndjson"_s;
    for (int i = 2; folder.exists(file); ++i) {
        file = u"%1-%2.ndjson"_s.arg(stem).arg(i);
    }
    return QDir::toNativeSeparators(folder.filePath(file));
}

void ExportForm::followFormat() const
{
    // Only an ending that stands for a format is changed; a person's own ending stays.
    const QString name = m_path->text();
    if (captureFormatOf(name)) {
        m_path->setText(name.left(name.lastIndexOf(u'.') + 1) + endingOf(format()));
    }
}

void ExportForm::showChoice()
{
    const std::vector<EventRow> &chosen = rows();
    qint64 bytes = 0;
    // Enough rows for a good guess; counting a million would be felt.
    const size_t step = chosen.size() / 10'000 + 1;
    quint64 counted = 0;
    for (size_t i = 0; i < chosen.size(); i += step, ++counted) {
        bytes += m_choices.events.rawSize(chosen[i]) + 1;
    }
    bytes = counted > 0 ? bytes * qint64(chosen.size()) / qint64(counted) : 0;
    m_sizeText =
        chosen.empty() || format() == CaptureFormat::Csv
            ? QString()
            : tr("About %1").arg(QLocale().formattedDataSize(bytes, 1, QLocale::DataSizeSIFormat));
    QString line;
    if (format() == CaptureFormat::Csv) {
        line = u"id,type,created_at,organization_id,object,updated_at,event"_s;
    } else if (!chosen.empty()) {
        const QByteArrayView raw = m_choices.events.raw(chosen.front());
        line = QString::fromUtf8(raw.first(qMin(raw.size(), qsizetype(kFirstLine))));
        line = format() == CaptureFormat::Json ? u'[' + line : line;
    }
    const int room = qMax(m_firstLine->width(), kWidth - 2 * (kInset + kCardInset));
    m_firstLine->setText(m_firstLine->fontMetrics().elidedText(line, Qt::ElideRight, room));
    const QString file = m_path->text().trimmed();
    const QFileInfo info(file);
    QString wrong;
    if (!file.isEmpty() && info.isDir()) {
        wrong = tr("This is a folder. Add a file name.");
    } else if (!file.isEmpty() && !info.absoluteDir().exists()) {
        wrong =
            tr("The folder %1 does not exist.").arg(QDir::toNativeSeparators(info.absolutePath()));
    }
    m_pathProblem->setProblem(wrong);
    m_replaces->setVisible(wrong.isEmpty() && info.isFile());
    m_isReady = !chosen.empty() && !file.isEmpty() && wrong.isEmpty();
    m_problem->hide();
    emit edited();
}

void ExportForm::browse()
{
    auto *files = new QFileDialog(this,
                                  tr("Export events"),
                                  QFileInfo(m_path->text()).absolutePath());
    files->setAttribute(Qt::WA_DeleteOnClose);
    files->setAcceptMode(QFileDialog::AcceptSave);
    files->setDefaultSuffix(endingOf(format()));
    files->setNameFilters({tr("NDJSON (*.ndjson *.jsonl)"),
                           tr("JSON (*.json)"),
                           tr("CSV (*.csv)"),
                           tr("All files (*)")});
    files->selectFile(QFileInfo(m_path->text()).fileName());
    connect(files, &QFileDialog::fileSelected, this, [this](const QString &file) {
        if (const auto chosen = captureFormatOf(file)) {
            m_formats->button(int(*chosen))->setChecked(true);
        }
        m_path->setText(QDir::toNativeSeparators(file));
    });
    files->open();
}

QString ExportForm::path() const
{
    return QDir::fromNativeSeparators(m_path->text().trimmed());
}

void ExportForm::setPath(const QString &path)
{
    if (const auto known = captureFormatOf(path)) {
        setFormat(*known);
    }
    m_path->setText(QDir::toNativeSeparators(path));
}

CaptureFormat ExportForm::format() const
{
    return CaptureFormat(m_formats->checkedId());
}

void ExportForm::setFormat(CaptureFormat format)
{
    m_formats->button(int(format))->setChecked(true);
}

void ExportForm::showProblem(const Error &error)
{
    m_problem->setText(tr("Nothing was exported."), error.message);
    m_problem->show();
}

} // namespace playhead
