// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "ui/sidebar/sidebarpane.h"

#include "ui/shared/theme.h"
#include "ui/sidebar/cursordelegate.h"
#include "ui/sidebar/cursorlistmodel.h"
#include "ui/sidebar/cursorlistview.h"
#include "ui/sidebar/facetdelegate.h"
#include "ui/sidebar/facetview.h"
#include "ui/sidebar/organizationsection.h"
#include "ui/sidebar/sectionhead.h"
#include "ui/sidebar/typetreemodel.h"

#include <QDataStream>
#include <QIODevice>
#include <QPainter>
#include <QScrollArea>
#include <QScrollBar>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace playhead {

namespace {
constexpr int kTreeCheckInset = 5;
constexpr int kSectionEnd = 8;
constexpr quint8 kStateFormat = 1;

/// What the sidebar scrolls. The lists in it give way down to their least heights before it does, also while a text that
/// wraps stands among them: the scroll area would then take the wished height for the least one.
class Sections : public QWidget
{
public:
    using QWidget::QWidget;
    int heightForWidth(int width) const override { return layout()->minimumHeightForWidth(width); }
};
} // namespace

struct SidebarPane::Private
{
    EventFilter filter;
    // Kept apart from the view, which forgets a family while none of its types is loaded.
    quint32 openFamilies = 1U << int(Family::DirectorySync);

    QScrollArea *scroll = nullptr;
    CursorListModel *cursorModel = nullptr;
    CursorDelegate *cursorDelegate = nullptr;
    CursorListView *cursorView = nullptr;
    QToolButton *newCursor = nullptr;
    QWidget *noCursors = nullptr;
    KeyHintText *noCursorsText = nullptr;

    TypeTreeModel *typeModel = nullptr;
    FacetView *typeView = nullptr;
    QToolButton *clearTypes = nullptr;
    QWidget *noTypes = nullptr;

    OrganizationSection *organizations = nullptr;

    QVBoxLayout *buildScroll(SidebarPane *pane);
    void colourScrollBars() const;
    void followCurrent(QAbstractItemView *view);
    void buildCursors(SidebarPane *pane, QVBoxLayout *layout, const Clock &clock);
    void buildTypes(SidebarPane *pane, QVBoxLayout *layout, const TypeCatalogue &catalogue);
    void buildOrganizations(SidebarPane *pane, QVBoxLayout *layout);
    void openTypes(int firstRow, int lastRow);
    void noteOpen(const QModelIndex &index, bool isOpen);
    void showEmptyTexts(SidebarPane *pane) const;
};

/// A sidebar that is lower than its sections' least heights scrolls as a whole: nothing is squeezed to nothing.
QVBoxLayout *SidebarPane::Private::buildScroll(SidebarPane *pane)
{
    scroll = new QScrollArea(pane);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->viewport()->setAutoFillBackground(false);
    auto *sections = new Sections(scroll);
    sections->setAutoFillBackground(false);
    scroll->setWidget(sections);
    sections->setAutoFillBackground(false); // setWidget() turns it on
    auto *outer = new QVBoxLayout(pane);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(scroll);
    auto *layout = new QVBoxLayout(sections);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    return layout;
}

/// The style paints a bar on its palette's base, which is the table's.
void SidebarPane::Private::colourScrollBars() const
{
    const QList<QScrollBar *> bars = scroll->findChildren<QScrollBar *>();
    for (QScrollBar *bar : bars) {
        QPalette palette = bar->palette();
        if (palette.color(QPalette::Base) != tokens().side) {
            palette.setColor(QPalette::Base, tokens().side);
            bar->setPalette(palette);
        }
    }
}

/// Who goes through a list by keys sees the row also when the list itself is scrolled out of the pane.
void SidebarPane::Private::followCurrent(QAbstractItemView *view)
{
    connect(view->selectionModel(),
            &QItemSelectionModel::currentChanged,
            scroll,
            [this, view](const QModelIndex &index) {
                if (!index.isValid() || !view->hasFocus()) {
                    return;
                }
                const QRect row = view->visualRect(index);
                const QPoint middle = view->viewport()->mapTo(scroll->widget(), row.center());
                scroll->ensureVisible(middle.x(), middle.y(), 0, row.height());
            });
}

void SidebarPane::Private::buildCursors(SidebarPane *pane, QVBoxLayout *layout, const Clock &clock)
{
    auto *head = new SectionHead(tr("Cursors"), false, pane);
    newCursor = head->addIconButton(u"plus"_s, tr("New cursor"));
    layout->addWidget(head);
    cursorModel = new CursorListModel(pane);
    cursorDelegate = new CursorDelegate(clock, pane);
    cursorView = new CursorListView(pane);
    cursorView->setAccessibleName(tr("Cursors"));
    cursorView->setObjectName(u"cursors"_s);
    cursorView->setItemDelegate(cursorDelegate);
    cursorView->setModel(cursorModel);
    layout->addWidget(cursorView);
    noCursors = sectionText(tr("No cursors yet. Select an event and press %1 to save your place."),
                            QKeySequence(Qt::CTRL | Qt::Key_B).toString(QKeySequence::NativeText),
                            pane,
                            &noCursorsText);
    layout->addWidget(noCursors);
    layout->addSpacing(kSectionEnd);

    connect(newCursor, &QToolButton::clicked, pane, &SidebarPane::newCursorRequested);
    connect(cursorView, &CursorListView::activateRequested, pane, &SidebarPane::cursorActivated);
    connect(cursorView, &CursorListView::rewindRequested, pane, &SidebarPane::rewindRequested);
    connect(cursorView, &CursorListView::editRequested, pane, &SidebarPane::editCursorRequested);
    connect(cursorView,
            &CursorListView::historyRequested,
            pane,
            &SidebarPane::cursorHistoryRequested);
    connect(cursorView,
            &CursorListView::recoverRequested,
            pane,
            &SidebarPane::recoverCursorRequested);
    connect(cursorView,
            &CursorListView::moveToSelectionRequested,
            pane,
            &SidebarPane::moveToSelectionRequested);
    connect(cursorView,
            &CursorListView::deleteRequested,
            pane,
            &SidebarPane::deleteCursorRequested);
    connect(cursorView,
            &CursorListView::copyIdRequested,
            pane,
            &SidebarPane::copyCursorIdRequested);
    connect(cursorView,
            &CursorListView::savePlaceRequested,
            pane,
            &SidebarPane::savePlaceRequested);
    connect(cursorView,
            &CursorListView::duplicateRequested,
            pane,
            &SidebarPane::duplicateCursorRequested);
    connect(cursorView, &CursorListView::menuOpening, pane, &SidebarPane::cursorMenuOpening);
}

void SidebarPane::Private::buildTypes(SidebarPane *pane,
                                      QVBoxLayout *layout,
                                      const TypeCatalogue &catalogue)
{
    auto *head = new SectionHead(tr("Types"), true, pane);
    clearTypes = head->addTextButton(tr("Clear"), tr("Show all types"));
    layout->addWidget(head);
    typeModel = new TypeTreeModel(catalogue, pane);
    typeView = new FacetView(pane);
    typeView->setAccessibleName(tr("Types"));
    typeView->setObjectName(u"types"_s);
    typeView->setItemDelegate(new FacetDelegate(TypeTreeModel::CountRole,
                                                TypeTreeModel::FamilyRole,
                                                kTreeCheckInset,
                                                pane));
    typeView->setModel(typeModel);
    layout->addWidget(typeView);
    noTypes = sectionText(tr("Counts appear after the first fetch."), {}, pane);
    layout->addWidget(noTypes);
    layout->addSpacing(kSectionEnd);

    connect(typeModel,
            &QAbstractItemModel::rowsInserted,
            pane,
            [this](const QModelIndex &parent, int first, int last) {
                if (!parent.isValid()) {
                    openTypes(first, last);
                }
            });
    connect(typeView, &QTreeView::expanded, pane, [this](const QModelIndex &index) {
        noteOpen(index, true);
    });
    connect(typeView, &QTreeView::collapsed, pane, [this](const QModelIndex &index) {
        noteOpen(index, false);
    });
    connect(clearTypes, &QToolButton::clicked, typeModel, &TypeTreeModel::showAll);
    connect(typeView, &FacetView::allRequested, typeModel, &TypeTreeModel::showAll);
    connect(typeView, &FacetView::onlyThisRequested, typeModel, &TypeTreeModel::showOnly);
    connect(typeModel,
            &TypeTreeModel::hiddenTypesEdited,
            pane,
            [this, pane](const QSet<QByteArray> &hidden) {
                filter.hiddenTypes = hidden;
                showEmptyTexts(pane);
                emit pane->filterEdited(filter);
            });
}

void SidebarPane::Private::openTypes(int firstRow, int lastRow)
{
    const quint32 open = openFamilies;
    for (int row = firstRow; row <= lastRow; ++row) {
        const QModelIndex index = typeModel->index(row, 0);
        typeView->setExpanded(index, open & (1U << index.data(TypeTreeModel::FamilyRole).toUInt()));
    }
}

void SidebarPane::Private::noteOpen(const QModelIndex &index, bool isOpen)
{
    const quint32 bit = 1U << index.data(TypeTreeModel::FamilyRole).toUInt();
    openFamilies = isOpen ? openFamilies | bit : openFamilies & ~bit;
}

void SidebarPane::Private::buildOrganizations(SidebarPane *pane, QVBoxLayout *layout)
{
    organizations = new OrganizationSection(pane);
    layout->addWidget(organizations, 1);
    connect(organizations,
            &OrganizationSection::hiddenOrganizationsEdited,
            pane,
            [this, pane](const QSet<OrganizationId> &hidden) {
                filter.hiddenOrganizations = hidden;
                emit pane->filterEdited(filter);
            });
    connect(organizations,
            &OrganizationSection::nameRequested,
            pane,
            &SidebarPane::nameOrganizationRequested);
}

void SidebarPane::Private::showEmptyTexts(SidebarPane *pane) const
{
    const bool hasCursors = cursorModel->rowCount() > 0;
    cursorView->setVisible(hasCursors);
    noCursors->setVisible(!hasCursors);
    const bool hasTypes = typeModel->rowCount() > 0;
    typeView->setVisible(hasTypes);
    noTypes->setVisible(!hasTypes);
    clearTypes->setVisible(!filter.hiddenTypes.isEmpty());
    // Who comes by F6 wants the first list that has rows.
    pane->setFocusProxy(hasCursors ? static_cast<QWidget *>(cursorView)
                        : hasTypes ? typeView
                                   : nullptr);
}

SidebarPane::SidebarPane(const TypeCatalogue &catalogue, const Clock &clock, QWidget *parent)
    : QWidget(parent)
    , d(std::make_unique<Private>())
{
    setObjectName(u"sidebar"_s);
    setMinimumWidth(180);
    auto *layout = d->buildScroll(this);
    d->buildCursors(this, layout, clock);
    d->buildTypes(this, layout, catalogue);
    d->buildOrganizations(this, layout);
    for (FacetView *view : {d->typeView, &d->organizations->view()}) {
        d->followCurrent(view);
    }
    d->followCurrent(d->cursorView);
    d->colourScrollBars();
    setSelectionAvailable(false);
    d->showEmptyTexts(this);
}

SidebarPane::~SidebarPane() = default;

void SidebarPane::setCursors(const QList<CursorRow> &rows, qint64 activeId)
{
    d->cursorModel->setCursors(rows, activeId);
    d->showEmptyTexts(this);
}

void SidebarPane::setFacets(const FacetCounts &facets, const EventFilter &filter)
{
    d->filter = filter;
    d->typeModel->setTypes(facets.types, filter.hiddenTypes);
    d->organizations->setOrganizations(facets.organizations, filter.hiddenOrganizations);
    d->showEmptyTexts(this);
}

void SidebarPane::setTimeZone(const QTimeZone &zone)
{
    d->cursorDelegate->setTimeZone(zone);
    d->cursorView->viewport()->update();
}

void SidebarPane::setSelectionAvailable(bool isAvailable)
{
    d->cursorView->setSelectionAvailable(isAvailable);
}

void SidebarPane::setNewCursorShortcut(const QKeySequence &shortcut)
{
    d->noCursorsText->setKey(shortcut.toString(QKeySequence::NativeText));
}

QByteArray SidebarPane::saveState() const
{
    QByteArray state;
    QDataStream out(&state, QIODevice::WriteOnly);
    out.setVersion(QDataStream::Qt_6_4);
    out << kStateFormat << d->openFamilies;
    return state;
}

void SidebarPane::restoreState(const QByteArray &state)
{
    QDataStream in(state);
    in.setVersion(QDataStream::Qt_6_4);
    quint8 format = 0;
    quint32 open = 0;
    in >> format >> open;
    if (in.status() != QDataStream::Ok || format != kStateFormat) {
        return;
    }
    d->openFamilies = open;
    d->openTypes(0, d->typeModel->rowCount() - 1);
}

void SidebarPane::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) {
        d->colourScrollBars();
    }
}

void SidebarPane::paintEvent(QPaintEvent *)
{
    QPainter(this).fillRect(rect(), tokens().side);
}

} // namespace playhead
