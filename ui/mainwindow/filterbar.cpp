// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "ui/mainwindow/filterbar.h"

#include "ui/filter/filteredit.h"
#include "ui/filter/mistakestrip.h"
#include "ui/shared/dialogparts.h"
#include "ui/shared/iconmark.h"
#include "ui/shared/icons.h"
#include "ui/shared/theme.h"

#include <QActionGroup>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QMenu>
#include <QPainter>
#include <QToolButton>
#include <QVBoxLayout>

namespace playhead {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

// Design, section 2.
constexpr int kHeight = 42;
constexpr int kLabelWidth = 232;
constexpr int kCountsWidth = 119;
constexpr int kSide = 10;
constexpr int kProgressHeight = 2;
constexpr auto kBlink = 200ms;

QString exampleFilter()
{
    return QStringLiteral("type:dsync.user.* org:\"Foo Corp\" data.email:*@foo-corp.com");
}

class RowSeparator : public QWidget
{
public:
    explicit RowSeparator(QWidget *parent)
        : QWidget(parent)
    {
        setFixedSize(1, scaledPx(22));
    }

protected:
    void paintEvent(QPaintEvent *) override { QPainter(this).fillRect(rect(), tokens().line); }
};

QString timeModeText(TimeMode mode)
{
    switch (mode) {
    case TimeMode::Local:
        return FilterBar::tr("Local time");
    case TimeMode::Utc:
        return FilterBar::tr("UTC");
    case TimeMode::Relative:
        return FilterBar::tr("Relative");
    case TimeMode::Delta:
        return FilterBar::tr("Delta");
    }
    return {};
}

} // namespace

FilterBar::FilterBar(QWidget *parent)
    : QWidget(parent)
    , m_label(new QWidget(this))
    , m_field(new FilterEdit(this))
    , m_mistake(new MistakeStrip(this))
    , m_counts(new ToneLabel({}, uiFont(12), ToneLabel::Tone::Secondary, this))
    , m_separator(new RowSeparator(this))
    , m_timeMode(new QToolButton(this))
    , m_columns(new QToolButton(this))
    , m_beforeField(new QSpacerItem(8, 0))
    , m_beforeCounts(new QSpacerItem(16, 0))
    , m_beforeTime(new QSpacerItem(12, 0))
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(0);
    m_band = makeRow();
    rows->addWidget(m_band);
    rows->addWidget(m_mistake);
    makeMenus();
    wireField();
    m_searchDelay.setSingleShot(true);
    m_searchDelay.setInterval(kBlink);
    connect(&m_searchDelay, &QTimer::timeout, this, qOverload<>(&QWidget::update));
    setTimeMode(TimeMode::Local);
    setHasEnvironment(false);
}

QWidget *FilterBar::makeRow()
{
    auto *mark = new IconMark(icon(u"filter"_s), 16, m_label);
    auto *name = new ToneLabel(tr("Filter"),
                               uiFont(12, QFont::DemiBold),
                               ToneLabel::Tone::Secondary,
                               m_label);
    name->setBuddy(m_field);
    // The bare name belongs to the field (design, section 12).
    name->setAccessibleName(tr("Filter row"));
    auto *labelRow = new QHBoxLayout(m_label);
    labelRow->setContentsMargins(14, 0, 8, 0);
    labelRow->setSpacing(8);
    labelRow->addWidget(mark);
    labelRow->addWidget(name);
    labelRow->addStretch();
    m_label->setFixedWidth(scaledPx(kLabelWidth));

    auto *band = new QWidget(this);
    band->setFixedHeight(scaledPx(kHeight));
    auto *row = new QHBoxLayout(band);
    row->setContentsMargins(0, 0, kSide, 1);
    row->setSpacing(0);
    row->addWidget(m_label);
    row->addSpacerItem(m_beforeField);
    row->addWidget(m_field, 1);
    row->addSpacerItem(m_beforeCounts);
    row->addWidget(m_counts);
    row->addSpacing(12);
    row->addWidget(m_separator);
    row->addSpacerItem(m_beforeTime);
    row->addWidget(m_timeMode);
    row->addSpacing(6);
    row->addWidget(m_columns);
    return band;
}

void FilterBar::makeMenus()
{
    m_counts->setObjectName(u"filterCounts"_s);
    m_counts->setTextFormat(Qt::RichText);
    m_counts->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_timeMode->setFont(uiFont(12));
    m_timeMode->setIcon(icon(u"clock"_s));
    m_timeMode->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_timeMode->setPopupMode(QToolButton::InstantPopup);
    m_timeMode->setAccessibleName(tr("Time mode"));
    m_columns->setIcon(icon(u"columns"_s));
    m_columns->setPopupMode(QToolButton::InstantPopup);
    m_columns->setAccessibleName(tr("Columns"));
    m_columns->setToolTip(tr("Columns"));
    auto *timeMenu = new QMenu(m_timeMode);
    auto *group = new QActionGroup(timeMenu);
    for (const TimeMode mode :
         {TimeMode::Local, TimeMode::Utc, TimeMode::Relative, TimeMode::Delta}) {
        QAction *action = timeMenu->addAction(timeModeText(mode));
        action->setCheckable(true);
        action->setData(static_cast<int>(mode));
        group->addAction(action);
        connect(action, &QAction::triggered, this, [this, mode] { emit timeModeChosen(mode); });
    }
    m_timeMode->setMenu(timeMenu);
    auto *columnsMenu = new QMenu(m_columns);
    connect(columnsMenu, &QMenu::aboutToShow, this, [this, columnsMenu] {
        columnsMenu->clear();
        if (m_fillColumns) {
            m_fillColumns(columnsMenu);
        }
    });
    m_columns->setMenu(columnsMenu);
}

void FilterBar::wireField()
{
    m_typing.setSingleShot(true);
    m_typing.setInterval(150ms);
    connect(m_field, &QLineEdit::textChanged, this, [this] {
        m_hasMistake = false; // It was of another text; the field has taken back its part.
        m_typing.start();
    });
    connect(&m_typing, &QTimer::timeout, this, [this] { emit textEdited(m_field->text()); });
    connect(m_field, &FilterEdit::leaveRequested, this, &FilterBar::leaveRequested);
    connect(m_field, &QLineEdit::returnPressed, this, [this] {
        m_typing.stop();
        emit textEntered(m_field->text());
    });
    const auto tellCaret = [this] {
        if (!m_typing.isActive()) {
            emit caretLeft();
        }
    };
    connect(m_field, &QLineEdit::cursorPositionChanged, this, tellCaret);
    connect(m_field, &QLineEdit::editingFinished, this, tellCaret); // By losing the focus, too.
    m_field->installEventFilter(this);
}

QString FilterBar::text() const
{
    return m_field->text();
}

void FilterBar::setText(const QString &text)
{
    m_field->setText(text);
    m_typing.stop();
}

void FilterBar::replaceText(const QString &text)
{
    m_typing.start(); // The caret moves, and nobody left the text.
    m_field->replaceText(text);
    m_typing.stop();
}

void FilterBar::focusField()
{
    m_field->setFocus(Qt::ShortcutFocusReason);
    m_field->selectAll();
}

void FilterBar::setMistake(const std::optional<FilterError> &mistake, const QString &kept)
{
    m_hasMistake = mistake.has_value();
    const QString line = mistake ? mistake->line() : QString();
    m_field->setMistake(mistake, mistake ? line + u' ' + kept : QString());
    m_mistake->setTexts(line, kept);
}

void FilterBar::setCounts(quint32 shown, quint32 loaded)
{
    m_shownCount = shown;
    m_loadedCount = loaded;
    showCounts();
}

void FilterBar::setSearchShare(std::optional<double> share)
{
    if (share && !m_searchShare) {
        m_searchDelay.start();
    } else if (!share) {
        m_searchDelay.stop();
    }
    if (share != m_searchShare) {
        m_searchShare = share;
        update();
    }
}

std::optional<double> FilterBar::shownSearchShare() const
{
    return m_searchDelay.isActive() ? std::nullopt : m_searchShare;
}

void FilterBar::showCounts()
{
    const QLocale locale;
    if (m_loadedCount == 0) {
        m_counts->clear();
    } else {
        const QString shown = u"<span style=\"font-weight:600; color:%1\">%2</span>"_s
                                  .arg(tokens().text.name(), locale.toString(m_shownCount));
        m_counts->setText(tr("%1 of %2").arg(shown, locale.toString(m_loadedCount)));
    }
    makeRoomForCounts();
}

/// The field does not move with the first number: there is room for as many digits as the second one has.
void FilterBar::makeRoomForCounts()
{
    QString widest = QLocale().toString(m_loadedCount);
    for (QChar &c : widest) {
        c = c.isDigit() ? QChar(u'0') : c;
    }
    const QString text = tr("%1 of %2").arg(widest, widest);
    const int room = m_loadedCount == 0
                         ? 0
                         : QFontMetrics(uiFont(12, QFont::DemiBold)).horizontalAdvance(text);
    // Fixed: a label remembers what it wanted under another minimum.
    m_counts->setFixedWidth(qMax(room, m_isNarrow ? 0 : scaledPx(kCountsWidth)));
}

void FilterBar::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) {
        showCounts(); // The number's colour is in its text.
    }
}

void FilterBar::setHasEnvironment(bool hasEnvironment)
{
    m_field->setEnabled(hasEnvironment);
    hasEnvironment ? m_field->setHint(tr("Type a filter, for example"), exampleFilter())
                   : m_field->setHint(tr("Filter works once events are loaded"));
    // Nothing in this row does anything yet, and it looks so (design, first run).
    m_label->setEnabled(hasEnvironment);
    m_timeMode->setEnabled(hasEnvironment);
    m_columns->setEnabled(hasEnvironment);
}

void FilterBar::setTimeMode(TimeMode mode)
{
    m_mode = mode;
    showTimeMode();
    for (QAction *action : m_timeMode->menu()->actions()) {
        action->setChecked(action->data().toInt() == static_cast<int>(mode));
    }
}

void FilterBar::setColumnsMenu(std::function<void(QMenu *)> fill)
{
    m_fillColumns = std::move(fill);
}

void FilterBar::showTimeMode()
{
    // The zone is always named (semantics 4).
    const QString zone = zoneName(zoneOf(m_mode), m_zoneAt);
    const bool isLocal = m_mode == TimeMode::Local;
    m_timeMode->setText(isLocal && m_isNarrow ? tr("Local (%1)").arg(zone)
                        : isLocal             ? tr("Local time (%1)").arg(zone)
                                              : timeModeText(m_mode));
    m_timeMode->setToolTip(tr("How times are written. Days are those of %1.").arg(zone));
}

void FilterBar::setNow(Instant now)
{
    m_zoneAt = now;
    showTimeMode();
}

void FilterBar::setNarrow(bool isNarrow, bool hasLabel)
{
    m_isNarrow = isNarrow;
    m_label->setVisible(hasLabel);
    m_separator->setVisible(!isNarrow);
    makeRoomForCounts();
    m_beforeField->changeSize(hasLabel ? 8 : kSide, 0);
    m_beforeCounts->changeSize(isNarrow ? 9 : 16, 0);
    m_beforeTime->changeSize(isNarrow ? 0 : 12, 0);
    m_band->layout()->invalidate();
    showTimeMode();
}

void FilterBar::setLabelWidth(int width)
{
    m_label->setFixedWidth(width);
}

/// The strip stands below the field, wherever that is.
bool FilterBar::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_field && (event->type() == QEvent::Resize || event->type() == QEvent::Move)) {
        const int left = m_field->mapTo(this, QPoint()).x();
        m_mistake->setInsets(left, kSide);
    }
    return QWidget::eventFilter(watched, event);
}

void FilterBar::paintEvent(QPaintEvent *)
{
    const Tokens &t = tokens();
    QPainter painter(this);
    painter.fillRect(rect(), t.chrome);
    painter.fillRect(QRect(0, height() - 1, width(), 1), t.line);
    if (const std::optional<double> share = shownSearchShare()) {
        const QRect bar(0, height() - kProgressHeight, width(), kProgressHeight);
        painter.fillRect(bar, t.line);
        painter.fillRect(QRect(bar.left(), bar.top(), qRound(width() * *share), bar.height()),
                         t.accent);
    }
}

} // namespace playhead
