// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "ui/mainwindow/shortcutssheet.h"

#include "ui/mainwindow/shortcutdelegate.h"
#include "ui/shared/dialogparts.h"
#include "ui/shared/iconmark.h"
#include "ui/shared/icons.h"
#include "ui/shared/playheadstyle.h"
#include "ui/shared/theme.h"

#include <QAction>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPushButton>
#include <QSortFilterProxyModel>
#include <QStandardItemModel>
#include <QTreeView>
#include <QVBoxLayout>

namespace playhead {

using namespace Qt::StringLiterals;

namespace {

constexpr int kWidth = 660;
constexpr int kHeight = 620;
constexpr int kInset = 20;
constexpr int kFieldHeight = 30;
constexpr int kIcon = 16;
constexpr int kIconInset = 9;
constexpr int kSearchRole = ShortcutDelegate::KeysRole + 1; ///< Everything that the field looks in.

QStandardItem *makeRow(const Shortcut &shortcut, const QString &group)
{
    auto *item = new QStandardItem(shortcut.name);
    item->setData(shortcut.does, ShortcutDelegate::DoesRole);
    item->setData(shortcut.keys, ShortcutDelegate::KeysRole);
    const QString keys = shortcut.keys.join(u", "_s);
    item->setData(QStringList{shortcut.name, shortcut.does, keys, group}.join(u'\n'), kSearchRole);
    // A screen reader hears what the row shows.
    item->setAccessibleText(u"%1, %2"_s.arg(shortcut.name, keys));
    item->setAccessibleDescription(shortcut.does);
    item->setEditable(false);
    return item;
}

QStandardItemModel *makeModel(const std::vector<ShortcutGroup> &groups, QObject *parent)
{
    auto *model = new QStandardItemModel(parent);
    for (const ShortcutGroup &group : groups) {
        auto *title = new QStandardItem(group.title);
        title->setFlags(Qt::ItemIsEnabled);
        for (const Shortcut &shortcut : group.shortcuts) {
            title->appendRow(makeRow(shortcut, group.title));
        }
        model->appendRow(title);
    }
    return model;
}

} // namespace

ShortcutsSheet::ShortcutsSheet(const std::vector<ShortcutGroup> &groups, QWidget *parent)
    : QDialog(parent)
    , m_shown(new QSortFilterProxyModel(this))
{
    setObjectName(u"shortcutsSheet"_s);
    setWindowTitle(tr("Keyboard shortcuts"));
    m_shown->setSourceModel(makeModel(groups, this));
    m_shown->setFilterRole(kSearchRole);
    m_shown->setFilterCaseSensitivity(Qt::CaseInsensitive);
    m_shown->setRecursiveFilteringEnabled(true);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(0);
    column->addWidget(makeHead());
    makeList();
    column->addWidget(m_list, 1);
    column->addWidget(m_none, 1);
    makeCloseFooter(this, column);
    connect(m_field, &QLineEdit::textChanged, this, &ShortcutsSheet::narrow);
    narrow({});
    // Its list scrolls: no higher than a small window.
    const int most = parentWidget() ? parentWidget()->window()->height() - 2 * kInset : 0;
    resize(scaledPx(kWidth), most > 0 ? qMin(scaledPx(kHeight), most) : scaledPx(kHeight));
    m_field->setFocus();
}

QWidget *ShortcutsSheet::makeHead()
{
    auto *head = new Band(Band::Ground::Window, Band::Line::Bottom, this);
    auto *row = new QHBoxLayout(head);
    row->setContentsMargins(kInset, 14, kInset, 14);
    m_field = new QLineEdit(head);
    m_field->setAccessibleName(tr("Find a shortcut"));
    m_field->setPlaceholderText(tr("Find by name or key"));
    m_field->setClearButtonEnabled(true);
    m_field->setMinimumHeight(scaledPx(kFieldHeight));
    // A mark and no button, which would be nothing to press.
    auto *mark = new IconMark(icon(u"search"_s), kIcon, m_field);
    auto *inside = new QHBoxLayout(m_field);
    inside->setContentsMargins(kIconInset, 0, 0, 0);
    inside->addWidget(mark, 0, Qt::AlignLeft);
    m_field->setTextMargins(kIconInset + mark->width(), 0, 0, 0);
    m_field->installEventFilter(this);
    row->addWidget(m_field);
    return head;
}

void ShortcutsSheet::makeList()
{
    m_list = new QTreeView(this);
    m_list->setAccessibleName(tr("Shortcuts"));
    m_list->setModel(m_shown);
    m_list->setItemDelegate(new ShortcutDelegate(m_list));
    m_list->setHeaderHidden(true);
    m_list->setRootIsDecorated(false);
    m_list->setItemsExpandable(false);
    m_list->setIndentation(0);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setMouseTracking(true);
    m_list->setSelectionMode(QAbstractItemView::SingleSelection);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_none = new ToneLabel({}, uiFont(13), ToneLabel::Tone::Secondary, this);
    m_none->setObjectName(u"none"_s);
    m_none->setAlignment(Qt::AlignCenter);
}

void ShortcutsSheet::narrow(const QString &text)
{
    m_shown->setFilterFixedString(text.trimmed());
    m_list->expandAll();
    const bool isEmpty = m_shown->rowCount() == 0;
    m_none->setText(isEmpty ? tr("No shortcut matches \"%1\".").arg(text.trimmed()) : QString());
    m_none->setVisible(isEmpty);
    m_list->setVisible(!isEmpty);
}

bool ShortcutsSheet::eventFilter(QObject *watched, QEvent *event)
{
    // From the field the arrows go on into the list.
    if (watched == m_field && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        const bool goesDown = key == Qt::Key_Down || key == Qt::Key_PageDown;
        if (goesDown && m_shown->rowCount() > 0) {
            m_list->setFocus(Qt::OtherFocusReason);
            if (!m_list->currentIndex().parent().isValid()) {
                m_list->setCurrentIndex(m_shown->index(0, 0, m_shown->index(0, 0)));
            }
            return true;
        }
    }
    return QDialog::eventFilter(watched, event);
}

void ShortcutsSheet::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && !m_field->text().isEmpty()) {
        m_field->clear();
        m_field->setFocus(Qt::OtherFocusReason);
        return;
    }
    QDialog::keyPressEvent(event);
}

} // namespace playhead
