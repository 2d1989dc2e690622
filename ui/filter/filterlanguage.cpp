// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "ui/filter/filterlanguage.h"

#include "model/events/filtercandidates.h"
#include "model/events/filterwords.h"
#include "ui/filter/filtercolours.h"
#include "ui/shared/dialogparts.h"
#include "ui/shared/playheadstyle.h"
#include "ui/shared/theme.h"

#include <QCoreApplication>
#include <QGridLayout>
#include <QPainter>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

namespace playhead {

using namespace Qt::StringLiterals;

namespace {

constexpr int kWidth = 720;
constexpr int kHeight = 640;
constexpr int kInset = 20;
constexpr int kGroupGap = 16;
constexpr int kRowGap = 4;
constexpr int kColumnGap = 20;

struct Fact
{
    const char *filter;
    const char *meaning;
};

// Design, section 10.
constexpr Fact kExamples[] = {
    {"type:dsync.user.* after:2d -type:*.deleted",
     QT_TRANSLATE_NOOP("FilterLanguage", "all of these hold; a minus takes away")},
    {"type:dsync.user.updated,dsync.user.created",
     QT_TRANSLATE_NOOP("FilterLanguage", "any of several values")},
    {"org:\"Foo Corp\" data.email:*@foo-corp.com",
     QT_TRANSLATE_NOOP("FilterLanguage", "a name with a space stands in quotes")},
    {"\"field sales\"",
     QT_TRANSLATE_NOOP("FilterLanguage", "free text: ids, types, names and every string value")},
    {"family:auth data.error.code:*",
     QT_TRANSLATE_NOOP("FilterLanguage", "sign-in events that tell an error")},
    {"data.custom_attributes.department = Platform",
     QT_TRANSLATE_NOOP("FilterLanguage", "a value by its path, exactly")},
    {"data.groups[].name:\"Field Sales\"",
     QT_TRANSLATE_NOOP("FilterLanguage", "any element of a list")},
    {"prev.job_title:* data.job_title ~ /staff|principal/i",
     QT_TRANSLATE_NOOP("FilterLanguage", "the job title changed, to one of these")},
    {"after:2026-11-22T09:00Z before:yesterday",
     QT_TRANSLATE_NOOP("FilterLanguage", "a range, from one time to another")},
    {"data.expires_at < +30d",
     QT_TRANSLATE_NOOP("FilterLanguage", "expires within 30 days from now")},
    {"is:stale", QT_TRANSLATE_NOOP("FilterLanguage", "older than what a consumer already has")},
    {"is:outoforder OR is:duplicate", QT_TRANSLATE_NOOP("FilterLanguage", "one or the other")},
    {"has:data.previous_attributes -has:org",
     QT_TRANSLATE_NOOP("FilterLanguage", "something is there, something else is not")},
    {"(org:Orbital OR org:Pinegrove) -family:auth",
     QT_TRANSLATE_NOOP("FilterLanguage", "brackets group; NOT binds tightest, OR loosest")},
};

constexpr Fact kTimes[] = {
    {"2026-11-22", QT_TRANSLATE_NOOP("FilterLanguage", "that day, in the shown time zone")},
    {"2026-11-22T09:00Z", QT_TRANSLATE_NOOP("FilterLanguage", "that minute, in UTC")},
    {"today, yesterday, now", QT_TRANSLATE_NOOP("FilterLanguage", "days in the shown time zone")},
    {"15m, 2h, 2d, 1w", QT_TRANSLATE_NOOP("FilterLanguage", "so long ago")},
    {"+30d", QT_TRANSLATE_NOOP("FilterLanguage", "so far ahead of now")},
};

constexpr Fact kOperators[] = {
    {":", QT_TRANSLATE_NOOP("FilterLanguage", "matches as a whole, with * and ?, in any case")},
    {"= and !=", QT_TRANSLATE_NOOP("FilterLanguage", "is exactly, is not")},
    {"> >= < <=", QT_TRANSLATE_NOOP("FilterLanguage", "compares numbers, times and cursors")},
    {"~ /…/i", QT_TRANSLATE_NOOP("FilterLanguage", "holds a regular expression; i: in any case")},
    {",", QT_TRANSLATE_NOOP("FilterLanguage", "any of several values")},
    {"a space, AND", QT_TRANSLATE_NOOP("FilterLanguage", "both hold")},
    {"OR", QT_TRANSLATE_NOOP("FilterLanguage", "one of them holds")},
    {"- or NOT", QT_TRANSLATE_NOOP("FilterLanguage", "does not hold; - touches its term")},
};

QString translated(const char *text)
{
    return QCoreApplication::translate("FilterLanguage", text);
}

/// A filter in the field's own colours.
class FilterText : public QWidget
{
public:
    FilterText(const QString &text, QWidget *parent)
        : QWidget(parent)
        , m_text(text)
    {
        setAttribute(Qt::WA_TransparentForMouseEvents);
    }
    QSize sizeHint() const override
    {
        const QFontMetrics metrics(monoFont(12));
        return {metrics.horizontalAdvance(m_text) + 2, metrics.height() + 2};
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.setPen(tokens().text);
        QTextLayout layout(m_text, monoFont(12));
        layout.setFormats(filterColours(m_text, std::nullopt));
        layout.beginLayout();
        QTextLine line = layout.createLine();
        line.setLineWidth(width());
        layout.endLayout();
        layout.draw(&painter, QPointF(0, (height() - line.height()) / 2));
    }

private:
    QString m_text;
};

QGridLayout *addGrid(QVBoxLayout *page, const QString &title, QWidget *parent)
{
    page->addSpacing(kGroupGap);
    page->addWidget(groupTitle(title, parent));
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(kColumnGap);
    grid->setVerticalSpacing(kRowGap);
    grid->setColumnStretch(1, 1);
    page->addLayout(grid);
    return grid;
}

void addRow(QGridLayout *grid, const QString &word, const QString &meaning, QWidget *parent)
{
    const int row = grid->rowCount();
    auto *name = new ToneLabel(word, monoFont(12), ToneLabel::Tone::Text, parent);
    name->setTextFormat(Qt::PlainText);
    name->setMinimumWidth(scaledPx(150));
    auto *text = smallText(meaning, parent);
    text->setTextFormat(Qt::PlainText);
    grid->addWidget(name, row, 0, Qt::AlignTop);
    grid->addWidget(text, row, 1);
}

} // namespace

FilterLanguage::FilterLanguage(QWidget *parent)
    : QDialog(parent)
{
    setObjectName(u"filterLanguage"_s);
    setWindowTitle(tr("Filter language"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(0);
    auto *area = new QScrollArea(this);
    area->setAccessibleName(windowTitle());
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setFocusPolicy(Qt::StrongFocus); // The arrows scroll.
    area->setWidget(makePage());
    column->addWidget(area, 1);
    makeCloseFooter(this, column);
    // Its page scrolls: no higher than a small window.
    const int most = parent ? parent->window()->height() - 2 * kInset : scaledPx(kHeight);
    resize(scaledPx(kWidth), qMin(scaledPx(kHeight), most));
}

QStringList FilterLanguage::examples()
{
    QStringList filters;
    for (const Fact &example : kExamples) {
        filters << QString::fromUtf8(example.filter);
    }
    return filters;
}

QWidget *FilterLanguage::makePage()
{
    auto *widget = new Band(Band::Ground::Base, Band::Line::None, this);
    auto *page = new QVBoxLayout(widget);
    page->setContentsMargins(kInset, kInset - kGroupGap, kInset, kInset);
    page->setSpacing(8);
    addExamples(page);
    addFields(page);
    addOperators(page);
    addTimes(page);
    page->addStretch();
    return widget;
}

void FilterLanguage::addExamples(QVBoxLayout *page)
{
    QGridLayout *grid = addGrid(page, tr("Examples, a click puts one into the field"), this);
    for (const Fact &example : kExamples) {
        const QString filter = QString::fromUtf8(example.filter);
        const QString meaning = translated(example.meaning);
        auto *button = new QPushButton(this);
        button->setObjectName(u"example"_s);
        button->setAutoDefault(false);
        button->setAccessibleName(filter);
        button->setAccessibleDescription(meaning);
        button->setProperty("filter", filter);
        button->setToolTip(tr("Filter by this example"));
        setRole(button, u"flat"_s);
        auto *text = new FilterText(filter, button);
        auto *inside = new QHBoxLayout(button);
        inside->setContentsMargins(6, 0, 6, 0);
        inside->addWidget(text);
        button->setMinimumSize(text->sizeHint() + QSize(14, 8));
        const int row = grid->rowCount();
        grid->addWidget(button, row, 0, Qt::AlignLeft | Qt::AlignTop);
        grid->addWidget(smallText(meaning, this), row, 1, Qt::AlignVCenter);
        connect(button, &QPushButton::clicked, this, [this, filter] {
            emit exampleChosen(filter);
        });
    }
}

void FilterLanguage::addFields(QVBoxLayout *page)
{
    QGridLayout *grid = addGrid(page, tr("Fields"), this);
    for (const QString &word : fieldWords()) {
        const FilterField field = fieldOf(word).value_or(FilterField::Text);
        QStringList values;
        if (field == FilterField::Is) {
            values = eventStateWords();
        } else if (field == FilterField::Result) {
            values = replayResultWords();
        } else if (field == FilterField::Family) {
            values = familyWords();
        }
        const QString note = fieldNote(field);
        addRow(grid,
               isPathField(field) ? QString(word + u".…"_s) : word,
               values.isEmpty() ? note : tr("%1: %2").arg(note, values.join(u", "_s)),
               this);
    }
}

void FilterLanguage::addOperators(QVBoxLayout *page)
{
    QGridLayout *grid = addGrid(page, tr("Operators, and how terms are joined"), this);
    for (const Fact &fact : kOperators) {
        addRow(grid, QString::fromUtf8(fact.filter), translated(fact.meaning), this);
    }
}

void FilterLanguage::addTimes(QVBoxLayout *page)
{
    QGridLayout *grid = addGrid(page, tr("Times"), this);
    for (const Fact &fact : kTimes) {
        addRow(grid, QString::fromUtf8(fact.filter), translated(fact.meaning), this);
    }
}

} // namespace playhead
