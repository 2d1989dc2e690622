// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "ui/detail/jsonpage.h"

#include "ui/detail/detailtabs.h"
#include "ui/detail/inbackground.h"
#include "ui/detail/jsontextedit.h"
#include "ui/shared/band.h"
#include "ui/shared/dialogparts.h"
#include "ui/shared/icons.h"
#include "ui/shared/playheadstyle.h"
#include "ui/shared/theme.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace playhead {

namespace {
constexpr int kBarHeight = 36;
constexpr int kFooterHeight = 30;

QToolButton *iconButton(const QString &name, const QString &tip, QWidget *parent)
{
    auto *button = new QToolButton(parent);
    button->setIcon(icon(name));
    button->setIconSize({scaledPx(16), scaledPx(16)});
    button->setFixedSize(scaledPx(24), scaledPx(24));
    button->setAutoRaise(true);
    button->setToolTip(tip);
    button->setAccessibleName(tip);
    return button;
}
} // namespace

JsonPage::JsonPage(QWidget *parent)
    : QWidget(parent)
    , m_edit(new JsonTextEdit(this))
{
    m_edit->setAccessibleName(tr("Event JSON"));
    m_edit->setObjectName(u"eventJson"_s);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeFindBar());
    layout->addWidget(m_edit, 1);
    layout->addWidget(makeFooter());
}

JsonPage::~JsonPage()
{
    if (m_stopsSearch) {
        *m_stopsSearch = true;
    }
}

QWidget *JsonPage::makeFindBar()
{
    auto *bar = new Band(Band::Ground::Side, Band::Line::Bottom, this);
    bar->setMinimumHeight(kBarHeight);
    auto *layout = new QHBoxLayout(bar);
    layout->setContentsMargins(10, 0, 6, 0);
    layout->setSpacing(4);
    m_findField = new QLineEdit(bar);
    m_findField->setAccessibleName(tr("Find in event"));
    m_findField->setPlaceholderText(tr("Find"));
    m_findField->setClearButtonEnabled(true);
    padField(m_findField);
    m_findField->installEventFilter(this);
    m_findResult = new QLabel(bar);
    m_findResult->setFont(uiFont(12));
    m_findResult->setContentsMargins(4, 0, 4, 0);
    auto *previous = iconButton(u"chev-up"_s, tr("Find previous"), bar);
    auto *next = iconButton(u"chev-down"_s, tr("Find next"), bar);
    auto *close = iconButton(u"close"_s, tr("Close find"), bar);
    layout->addWidget(m_findField, 1);
    layout->addWidget(m_findResult);
    layout->addWidget(previous);
    layout->addWidget(next);
    layout->addWidget(close);
    connect(previous, &QToolButton::clicked, this, &JsonPage::findPrevious);
    connect(next, &QToolButton::clicked, this, &JsonPage::findNext);
    connect(close, &QToolButton::clicked, this, &JsonPage::closeFind);
    connect(m_findField, &QLineEdit::textChanged, this, [this] { search(true); });
    bar->hide();
    m_findBar = bar;
    return bar;
}

QToolButton *JsonPage::makeFormButton(const QString &text, const QString &tip, JsonForm form)
{
    auto *button = new QToolButton(this);
    button->setText(text);
    button->setFont(uiFont(12, QFont::Medium));
    button->setToolTip(tip);
    button->setAccessibleName(text);
    button->setAccessibleDescription(tip);
    button->setCheckable(true);
    button->setAutoRaise(true);
    button->setFixedHeight(scaledPx(24));
    button->setChecked(form == m_form);
    // The chosen one has a frame.
    setRole(button, form == m_form ? u"picker"_s : QString());
    connect(button, &QToolButton::toggled, this, [this, button, form](bool isOn) {
        setRole(button, isOn ? u"picker"_s : QString());
        if (isOn) {
            setForm(form);
        }
    });
    return button;
}

QWidget *JsonPage::makeFooter()
{
    auto *bar = new Band(Band::Ground::Side, Band::Line::Top, this);
    bar->setMinimumHeight(kFooterHeight);
    auto *layout = new QHBoxLayout(bar);
    layout->setContentsMargins(10, 1, 6, 0);
    layout->setSpacing(2);
    m_formButtons = new QButtonGroup(bar);
    int id = 0;
    for (QToolButton *button :
         {makeFormButton(tr("Stored"), tr("The bytes as they were received"), JsonForm::Stored),
          makeFormButton(tr("Pretty"), tr("With line breaks and indentation"), JsonForm::Pretty)}) {
        m_formButtons->addButton(button, id++);
        layout->addWidget(button);
    }
    m_leftOut = new QLabel(bar);
    m_leftOut->setFont(uiFont(12));
    m_leftOut->hide();
    m_size = new QLabel(bar);
    m_size->setFont(uiFont(12));
    auto *find = iconButton(u"search"_s, tr("Find in event"), bar);
    auto *copy = iconButton(u"copy"_s, tr("Copy event JSON"), bar);
    layout->addStretch(1);
    layout->addWidget(m_leftOut);
    layout->addWidget(m_size);
    layout->addSpacing(6);
    layout->addWidget(find);
    layout->addWidget(copy);
    connect(find, &QToolButton::clicked, this, &JsonPage::openFind);
    connect(copy, &QToolButton::clicked, this, &JsonPage::copyJsonRequested);
    return bar;
}

void JsonPage::setBytes(const QByteArray &bytes)
{
    if (m_bytes == bytes) {
        return;
    }
    m_bytes = bytes;
    m_size->setText(tr("%1 bytes").arg(QLocale().toString(m_bytes.size())));
    m_isStale = true;
    if (isVisible()) {
        makeText();
    }
}

void JsonPage::setForm(JsonForm form)
{
    if (m_form == form) {
        return;
    }
    m_form = form;
    m_formButtons->button(int(form))->setChecked(true);
    m_isStale = true;
    if (isVisible()) {
        makeText();
    }
}

void JsonPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (m_isStale) {
        makeText();
    }
}

void JsonPage::makeText()
{
    m_isStale = false;
    const quint64 request = ++m_request;
    if (m_bytes.size() <= kParsedAtOnce) {
        showText(jsonText(m_bytes, m_form));
        return;
    }
    showText({});
    m_edit->setPlaceholderText(tr("Reading %1…").arg(QLocale().formattedDataSize(m_bytes.size())));
    inBackground(
        this,
        [bytes = m_bytes, form = m_form] { return jsonText(bytes, form); },
        [this, request](const JsonText &text) {
            if (request == m_request) {
                m_edit->setPlaceholderText({});
                showText(text);
            }
        });
}

void JsonPage::showText(const JsonText &text)
{
    const bool hasLeftOut = text.linesLeftOut > 0;
    const QLocale locale;
    m_leftOut->setVisible(hasLeftOut);
    m_leftOut->setText(tr("First %1 lines of %2")
                           .arg(locale.toString(kMostPrettyLines),
                                locale.toString(kMostPrettyLines + text.linesLeftOut)));
    m_leftOut->setToolTip(tr("Stored shows the whole event."));
    m_size->setVisible(!hasLeftOut);
    m_edit->setText(text);
    search(false);
}

void JsonPage::openFind()
{
    m_findBar->show();
    if (const QString selected = m_edit->selectedText();
        !selected.isEmpty() && selected.size() < 200) {
        m_findField->setText(selected);
    }
    m_findField->setFocus();
    m_findField->selectAll();
}

void JsonPage::closeFind()
{
    m_findBar->hide();
    m_edit->setFocus();
}

void JsonPage::findNext()
{
    step(false);
}

void JsonPage::findPrevious()
{
    step(true);
}

void JsonPage::search(bool goesThere)
{
    if (m_stopsSearch) {
        *m_stopsSearch = true;
    }
    m_needle = m_findField->text();
    m_matches.clear();
    const QString &text = m_edit->text().text;
    m_stopsSearch = std::make_shared<std::atomic_bool>(false);
    if (text.size() <= kParsedAtOnce || m_needle.isEmpty()) {
        takeMatches(findMatches(text, m_needle, *m_stopsSearch), goesThere);
        return;
    }
    m_findResult->setText(tr("Searching…"));
    inBackground(
        this,
        [text, needle = m_needle, stops = m_stopsSearch] {
            return findMatches(text, needle, *stops);
        },
        [this, stops = m_stopsSearch, goesThere](const std::vector<qsizetype> &matches) {
            if (!*stops) {
                takeMatches(matches, goesThere);
            }
        });
}

void JsonPage::takeMatches(std::vector<qsizetype> matches, bool goesThere)
{
    m_matches = std::move(matches);
    if (!goesThere || m_matches.empty()) {
        showResult(0);
        return;
    }
    // The match may grow with the word: from where the selection starts.
    const auto next = std::lower_bound(m_matches.begin(),
                                       m_matches.end(),
                                       m_edit->selectionStart());
    goToMatch(next == m_matches.end() ? 0 : next - m_matches.begin());
}

void JsonPage::goToMatch(qsizetype index)
{
    m_edit->selectRange(m_matches[size_t(index)], m_needle.size());
    showResult(index + 1);
}

void JsonPage::step(bool isBackward)
{
    if (m_findBar->isHidden() && m_findField->text().isEmpty()) {
        openFind();
        return;
    }
    if (m_matches.empty()) {
        return;
    }
    const auto count = qsizetype(m_matches.size());
    if (isBackward) {
        const auto at = std::lower_bound(m_matches.begin(),
                                         m_matches.end(),
                                         m_edit->selectionStart());
        goToMatch((at - m_matches.begin() + count - 1) % count);
    } else {
        const auto at = std::lower_bound(m_matches.begin(),
                                         m_matches.end(),
                                         m_edit->selectionEnd());
        goToMatch((at - m_matches.begin()) % count);
    }
}

/// `number` of the match that is selected, from 1; 0 = none is.
void JsonPage::showResult(qsizetype number)
{
    const auto count = qsizetype(m_matches.size());
    const QLocale locale;
    if (m_needle.isEmpty()) {
        m_findResult->clear();
    } else if (count == 0) {
        m_findResult->setText(tr("No match"));
    } else if (number == 0) {
        m_findResult->setText(count == 1 ? tr("1 match")
                                         : tr("%1 matches").arg(locale.toString(count)));
    } else {
        m_findResult->setText(tr("%1 of %2").arg(locale.toString(number), locale.toString(count)));
    }
}

void JsonPage::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && !m_findBar->isHidden()) {
        closeFind();
        return;
    }
    QWidget::keyPressEvent(event);
}

bool JsonPage::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_findField && event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter) {
            step(key->modifiers() & Qt::ShiftModifier);
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace playhead
