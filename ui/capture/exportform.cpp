// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "ui/capture/exportform.h"

#include "ui/capture/sourcecolumn.h"
#include "ui/shared/dialogparts.h"
#include "ui/shared/theme.h"

#include <QButtonGroup>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLocale>
#include <QRadioButton>
#include <QVBoxLayout>

#include <algorithm>
#include <tuple>
#include <utility>

using namespace Qt::StringLiterals;

namespace playhead {

namespace {
constexpr int kInset = 20;
constexpr int kCardInset = 11;
constexpr int kSpanPad = 16;
constexpr int kMostSpanWidth = 270; ///< Leaves the formats their room.
constexpr qsizetype kBeginning = 400;
constexpr qsizetype kMostFilter = 300;
constexpr size_t kSampled = 2'000; ///< Enough events for a good guess; a million would be felt.

// The sources that this dialog adds.
constexpr int kAfterCursor = SourceColumn::Loaded + 1;
constexpr int kBetween = kAfterCursor + 1;

/// A number of stored events where more can lie on the server.
QString countText(size_t count, bool isAtLeast)
{
    const QString number = QLocale().toString(quint64(count));
    if (!isAtLeast) {
        return number;
    }
    return count == 0 ? ExportForm::tr("none loaded", "in place of a number")
                      : ExportForm::tr("at least %1", "in place of a number").arg(number);
}

/// Bytes of an event's line or record, roughly: a CSV record repeats some values and doubles the quotes.
qint64 sizeOf(const EventSnapshot &events, EventRow row, CaptureFormat format)
{
    if (format != CaptureFormat::Csv) {
        return events.rawSize(row) + 1;
    }
    constexpr qint64 kTime = 24;
    constexpr qint64 kCommasQuotesAndEnd = 10;
    const QByteArrayView raw = events.raw(row);
    const quint32 object = events.object(row);
    const qint64 quotes = std::count(raw.begin(), raw.end(), '"');
    return events.id(row).value.size() + events.typeName(events.type(row)).size() + kTime
           + events.organizationId(events.organization(row)).value.size()
           + (object == 0 ? 0 : events.objectKey(object).size() + kTime) + raw.size() + quotes
           + kCommasQuotesAndEnd;
}
} // namespace

ExportForm::ExportForm(const ExportChoices &choices, QWidget *parent)
    : QWidget(parent)
    , m_choices(choices)
    , m_problem(new Notice(Notice::Kind::Danger, this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(kInset, 16, kInset, 18);
    layout->setSpacing(13);
    auto *columns = new QHBoxLayout;
    columns->setSpacing(20);
    columns->addLayout(makeSources());
    columns->addLayout(makeFormats(), 1);
    layout->addLayout(columns);
    m_shown = smallText({}, this);
    m_shown->setObjectName(u"shownFilter"_s);
    m_shown->setTextFormat(Qt::PlainText);
    layout->addWidget(m_shown);
    layout->addWidget(hairLine(this));
    layout->addLayout(makeFirstLine());
    m_problem->hide();
    layout->addWidget(m_problem);
    layout->addStretch(1);
    showChoice();
}

QLayout *ExportForm::makeSources()
{
    m_sources = new SourceColumn(m_choices.selected.size(),
                                 m_choices.shown.size(),
                                 m_choices.loaded.size(),
                                 this);
    if (!m_choices.cursorName.isEmpty()) {
        QString name = m_choices.cursorName;
        name.replace(u'&', u"&&"_s);
        m_sources->addSource(tr("After %1, counting…").arg(name), false)
            ->setObjectName(u"afterCursor"_s);
        if (!m_choices.spans.isEmpty()) {
            addBetween();
        }
    }
    m_sources->column()->addStretch(1);
    m_sources->checkFirst(SourceColumn::Loaded);
    connect(m_sources, &QButtonGroup::idToggled, this, [this](int, bool isOn) {
        if (isOn) {
            showChoice();
        }
    });
    return m_sources->column();
}

void ExportForm::addBetween()
{
    QRadioButton *radio = m_sources->addSource({}, false);
    radio->setObjectName(u"betweenCursors"_s);
    if (m_choices.spans.size() > 1) {
        m_spans = new QComboBox(this);
        m_spans->setAccessibleName(tr("Between which cursors"));
        for (const CursorSpan &one : m_choices.spans) {
            m_spans->addItem(tr("%1 and %2").arg(one.earlier, one.later));
        }
        const int most = scaledPx(kMostSpanWidth);
        m_spans->setMinimumWidth(std::min(most, m_spans->sizeHint().width() + kSpanPad));
        m_spans->setMaximumWidth(most);
        auto *row = new QHBoxLayout;
        row->setContentsMargins(indicatorTextLeft(radio), 0, 0, 0);
        row->addWidget(m_spans, 1);
        m_sources->column()->addLayout(row);
        connect(m_spans, &QComboBox::currentIndexChanged, this, [this, radio] {
            m_between.reset();
            radio->setChecked(true);
            showSpan();
            showChoice();
            emit spanWanted(span());
        });
    }
    showSpan();
}

const CursorSpan &ExportForm::span() const
{
    return m_choices.spans[m_spans ? m_spans->currentIndex() : 0];
}

void ExportForm::setBetween(const CursorSpan &of, std::vector<EventRow> rows, bool isAtLeast)
{
    if (m_sources->button(kBetween) && of == span()) {
        m_between = std::move(rows);
        m_isBetweenAtLeast = isAtLeast;
        showSpan();
        showChoice();
    }
}

void ExportForm::showSpan()
{
    QAbstractButton *radio = m_sources->button(kBetween);
    const auto shown = [](QString name) { return name.replace(u'&', u"&&"_s); };
    const QString count = m_between ? countText(m_between->size(), m_isBetweenAtLeast)
                                    : tr("counting…", "in place of a number");
    radio->setText(
        m_spans
            ? tr("Between two cursors, %1").arg(count)
            : tr("Between %1 and %2, %3").arg(shown(span().earlier), shown(span().later), count));
    // The choice of the two stays at hand when nothing lies between them.
    radio->setEnabled(m_spans || (m_between && !m_between->empty()));
}

QLayout *ExportForm::makeFormats()
{
    auto *column = new QVBoxLayout;
    column->setSpacing(0);
    column->addWidget(groupTitle(tr("Format"), this));
    m_formats = new QButtonGroup(this);
    const std::tuple<CaptureFormat, QString, QString> all[] =
        {{CaptureFormat::Ndjson, tr("NDJSON"), tr("One event a line, byte for byte as received")},
         {CaptureFormat::Json, tr("JSON"), tr("One array of the same bytes")},
         {CaptureFormat::Csv, tr("CSV"), tr("Columns for spreadsheets, times in UTC")}};
    for (const auto &[format, name, text] : all) {
        auto *radio = new QRadioButton(name, this);
        radio->setAccessibleDescription(text);
        followCheck(radio);
        m_formats->addButton(radio, int(format));
        auto *explanation = smallText(text, this);
        explanation->setContentsMargins(indicatorTextLeft(radio), 0, 0, 0);
        column->addSpacing(8);
        column->addWidget(radio);
        column->addWidget(explanation);
    }
    column->addStretch(1);
    m_formats->button(int(CaptureFormat::Ndjson))->setChecked(true);
    connect(m_formats, &QButtonGroup::idToggled, this, [this](int, bool isOn) {
        if (isOn) {
            showChoice();
        }
    });
    return column;
}

QLayout *ExportForm::makeFirstLine()
{
    auto *card = new Card(this);
    auto *inside = new QVBoxLayout(card);
    inside->setContentsMargins(kCardInset, 9, kCardInset, 9);
    m_firstLine = new ToneLabel({}, monoFont(12), ToneLabel::Tone::Text, card);
    m_firstLine->setObjectName(u"firstLine"_s);
    // The text is cut at the card's edge, so it must not ask for its whole width.
    m_firstLine->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    inside->addWidget(m_firstLine);
    auto *column = new QVBoxLayout;
    column->setSpacing(5);
    column->addWidget(
        new ToneLabel(tr("First line"), uiFont(12), ToneLabel::Tone::Secondary, this));
    column->addWidget(card);
    return column;
}

/// Why the shown events are these; empty when all are shown.
QString ExportForm::shownText() const
{
    QString filter = m_choices.filterText.simplified();
    if (filter.size() > kMostFilter) {
        filter = filter.left(kMostFilter - 1) + u'…';
    }
    QString text;
    if (!filter.isEmpty()) {
        text =
            m_choices.isNarrowed
                ? tr("Shown is what matches %1, as far as the sidebar and the timeline leave it.")
                      .arg(filter)
                : tr("Shown is what matches %1.").arg(filter);
    } else if (m_choices.isNarrowed) {
        text = tr("Shown is what the sidebar and the timeline leave.");
    }
    return m_choices.isSearching
               ? tr("%1 The filter is still looking; these are the events found so far.").arg(text)
               : text;
}

const std::vector<EventRow> &ExportForm::rows() const
{
    switch (m_sources->checkedId()) {
    case SourceColumn::Selected:
        return m_choices.selected;
    case SourceColumn::Shown:
        return m_choices.shown;
    case kAfterCursor:
        return m_afterCursor;
    case kBetween: {
        static const std::vector<EventRow> none;
        return m_between ? *m_between : none;
    }
    default:
        return m_choices.loaded;
    }
}

void ExportForm::setAfterCursor(std::vector<EventRow> rows, bool isAtLeast)
{
    m_afterCursor = std::move(rows);
    if (QAbstractButton *radio = m_sources->button(kAfterCursor)) {
        QString name = m_choices.cursorName;
        name.replace(u'&', u"&&"_s);
        radio->setText(tr("After %1, %2").arg(name, countText(m_afterCursor.size(), isAtLeast)));
        radio->setEnabled(!m_afterCursor.empty());
    }
}

void ExportForm::showChoice()
{
    const std::vector<EventRow> &chosen = rows();
    const size_t step = chosen.size() / kSampled + 1;
    qint64 bytes = 0;
    qint64 counted = 0;
    for (size_t i = 0; i < chosen.size(); i += step, ++counted) {
        bytes += sizeOf(m_choices.events, chosen[i], format());
    }
    m_sizeText = counted == 0
                     ? QString()
                     : tr("About %1")
                           .arg(QLocale().formattedDataSize(bytes * qint64(chosen.size()) / counted,
                                                            1,
                                                            QLocale::DataSizeSIFormat));
    CaptureJob job{m_choices.events, {}, format()};
    if (!chosen.empty()) {
        job.rows = {chosen.front()};
    }
    const bool isShown = m_sources->checkedId() == SourceColumn::Shown;
    m_shown->setText(isShown ? shownText() : QString());
    m_shown->setVisible(!m_shown->text().isEmpty());
    m_beginning = QString::fromUtf8(captureBeginning(job, kBeginning));
    elideFirstLine();
    m_problem->hide();
    emit edited();
}

void ExportForm::elideFirstLine()
{
    const int room = width() - 2 * (kInset + kCardInset);
    m_firstLine->setText(m_firstLine->fontMetrics().elidedText(m_beginning, Qt::ElideRight, room));
    m_firstLine->setAccessibleDescription(m_beginning);
}

void ExportForm::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    elideFirstLine();
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
