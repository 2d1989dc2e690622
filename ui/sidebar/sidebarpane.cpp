// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "ui/sidebar/sidebarpane.h"

#include "ui/shared/icons.h"
#include "ui/shared/theme.h"
#include "ui/sidebar/cursordelegate.h"
#include "ui/sidebar/cursorlistmodel.h"
#include "ui/sidebar/cursorlistview.h"
#include "ui/sidebar/facetdelegate.h"
#include "ui/sidebar/facetview.h"
#include "ui/sidebar/organizationlistmodel.h"
#include "ui/sidebar/sectionhead.h"
#include "ui/sidebar/typetreemodel.h"

#include <QDataStream>
#include <QIODevice>
#include <QLineEdit>
#include <QPainter>
#include <QSortFilterProxyModel>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace playhead {

namespace {
constexpr int kTreeCheckInset = 5;
constexpr int kListCheckInset = 14;
constexpr int kInset = 14;
constexpr int kSectionEnd = 8;
// Organizations take what the other sections leave, and at least this.
constexpr int kOrganizationRows = 5;
constexpr quint8 kStateFormat = 1;

QWidget *emptyText(const QString &text,
                   const QString &key,
                   QWidget *parent,
                   KeyHintText **made = nullptr)
{
    auto *box = new QWidget(parent);
    auto *layout = new QVBoxLayout(box);
    layout->setContentsMargins(kInset, 0, kInset, 12);
    auto *label = new KeyHintText(text, key, box);
    layout->addWidget(label);
    if (made) {
        *made = label;
    }
    return box;
}
} // namespace

struct SidebarPane::Private
{
    EventFilter filter;
    // Kept apart from the view, which forgets a family while none of its types is loaded.
    quint32 openFamilies = 1U << int(Family::DirectorySync);

    CursorListModel *cursorModel = nullptr;
    CursorDelegate *cursorDelegate = nullptr;
    CursorListView *cursorView = nullptr;
    QToolButton *newCursor = nullptr;
    QWidget *noCursors = nullptr;
    KeyHintText *noCursorsText = nullptr;

    TypeTreeModel *typeModel = nullptr;
    FacetView *typeView = nullptr;
    QToolButton *allTypes = nullptr;
    QWidget *noTypes = nullptr;

    OrganizationListModel *organizationModel = nullptr;
    QSortFilterProxyModel *organizationSearch = nullptr;
    FacetView *organizationView = nullptr;
    QToolButton *allOrganizations = nullptr;
    QToolButton *searchOrganizations = nullptr;
    QLineEdit *organizationField = nullptr;
    QWidget *organizationFieldBox = nullptr;
    QWidget *noOrganizations = nullptr;

    void buildCursors(SidebarPane *pane, QVBoxLayout *layout, const Clock &clock);
    void buildTypes(SidebarPane *pane, QVBoxLayout *layout, const TypeCatalogue &catalogue);
    void buildOrganizations(SidebarPane *pane, QVBoxLayout *layout);
    void buildOrganizationSearch(SidebarPane *pane, QVBoxLayout *layout);
    void openTypes(int firstRow, int lastRow);
    void noteOpen(const QModelIndex &index, bool isOpen);
    void showEmptyTexts() const;
};

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
    noCursors = emptyText(tr("No cursors yet. Select an event and press %1 to save your place."),
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
}

void SidebarPane::Private::buildTypes(SidebarPane *pane,
                                      QVBoxLayout *layout,
                                      const TypeCatalogue &catalogue)
{
    auto *head = new SectionHead(tr("Types"), true, pane);
    allTypes = head->addTextButton(tr("All"), tr("Show all types"));
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
    noTypes = emptyText(tr("Counts appear after the first fetch."), {}, pane);
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
    connect(allTypes, &QToolButton::clicked, typeModel, &TypeTreeModel::showAll);
    connect(typeView, &FacetView::allRequested, typeModel, &TypeTreeModel::showAll);
    connect(typeView, &FacetView::onlyThisRequested, typeModel, &TypeTreeModel::showOnly);
    connect(typeModel,
            &TypeTreeModel::hiddenTypesEdited,
            pane,
            [this, pane](const QSet<QByteArray> &hidden) {
                filter.hiddenTypes = hidden;
                showEmptyTexts();
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
    auto *head = new SectionHead(tr("Organizations"), true, pane);
    allOrganizations = head->addTextButton(tr("All"), tr("Show all organizations"));
    searchOrganizations = head->addIconButton(u"search"_s, tr("Find an organization"));
    searchOrganizations->setCheckable(true);
    layout->addWidget(head);
    buildOrganizationSearch(pane, layout);
    organizationModel = new OrganizationListModel(pane);
    organizationSearch = new QSortFilterProxyModel(pane);
    organizationSearch->setFilterRole(OrganizationListModel::SearchTextRole);
    organizationSearch->setFilterCaseSensitivity(Qt::CaseInsensitive);
    organizationSearch->setSourceModel(organizationModel);
    organizationView = new FacetView(pane);
    organizationView->setAccessibleName(tr("Organizations"));
    organizationView->setObjectName(u"organizations"_s);
    organizationView->setRootIsDecorated(false);
    organizationView->setIndentation(0);
    organizationView->setMostHintRows(kOrganizationRows);
    organizationView->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Expanding);
    organizationView->setItemDelegate(
        new FacetDelegate(OrganizationListModel::CountRole, -1, kListCheckInset, pane));
    organizationView->setModel(organizationSearch);
    layout->addWidget(organizationView, 1);
    noOrganizations = emptyText(tr("Counts appear after the first fetch."), {}, pane);
    layout->addWidget(noOrganizations);
    layout->addStretch(0);

    connect(allOrganizations,
            &QToolButton::clicked,
            organizationModel,
            &OrganizationListModel::showAll);
    connect(organizationView,
            &FacetView::allRequested,
            organizationModel,
            &OrganizationListModel::showAll);
    connect(organizationView,
            &FacetView::onlyThisRequested,
            pane,
            [this](const QModelIndex &index) {
                organizationModel->showOnly(organizationSearch->mapToSource(index));
            });
    connect(organizationModel,
            &OrganizationListModel::hiddenOrganizationsEdited,
            pane,
            [this, pane](const QSet<OrganizationId> &hidden) {
                filter.hiddenOrganizations = hidden;
                showEmptyTexts();
                emit pane->filterEdited(filter);
            });
}

void SidebarPane::Private::buildOrganizationSearch(SidebarPane *pane, QVBoxLayout *layout)
{
    organizationFieldBox = new QWidget(pane);
    auto *box = new QVBoxLayout(organizationFieldBox);
    box->setContentsMargins(kInset, 0, kInset, 6);
    organizationField = new QLineEdit(organizationFieldBox);
    organizationField->setAccessibleName(tr("Find an organization"));
    organizationField->setPlaceholderText(tr("Name or id"));
    organizationField->setClearButtonEnabled(true);
    box->addWidget(organizationField);
    organizationFieldBox->hide();
    layout->addWidget(organizationFieldBox);
    connect(searchOrganizations, &QToolButton::toggled, pane, [this](bool isOn) {
        organizationFieldBox->setVisible(isOn);
        if (isOn) {
            organizationField->setFocus();
        } else {
            organizationField->clear();
        }
    });
    connect(organizationField, &QLineEdit::textChanged, pane, [this](const QString &text) {
        organizationSearch->setFilterFixedString(text.trimmed());
    });
}

void SidebarPane::Private::showEmptyTexts() const
{
    const bool hasCursors = cursorModel->rowCount() > 0;
    cursorView->setVisible(hasCursors);
    noCursors->setVisible(!hasCursors);
    const bool hasTypes = typeModel->rowCount() > 0;
    typeView->setVisible(hasTypes);
    noTypes->setVisible(!hasTypes);
    allTypes->setVisible(!filter.hiddenTypes.isEmpty());
    const bool hasOrganizations = organizationModel->rowCount() > 0;
    organizationView->setVisible(hasOrganizations);
    noOrganizations->setVisible(!hasOrganizations);
    searchOrganizations->setVisible(hasOrganizations);
    organizationFieldBox->setVisible(hasOrganizations && searchOrganizations->isChecked());
    allOrganizations->setVisible(!filter.hiddenOrganizations.isEmpty());
}

SidebarPane::SidebarPane(const TypeCatalogue &catalogue, const Clock &clock, QWidget *parent)
    : QWidget(parent)
    , d(std::make_unique<Private>())
{
    setObjectName(u"sidebar"_s);
    setMinimumWidth(180);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    d->buildCursors(this, layout, clock);
    d->buildTypes(this, layout, catalogue);
    d->buildOrganizations(this, layout);
    setSelectionAvailable(false);
    d->showEmptyTexts();
}

SidebarPane::~SidebarPane() = default;

void SidebarPane::setCursors(const QList<CursorRow> &rows, qint64 activeId)
{
    d->cursorModel->setCursors(rows, activeId);
    d->showEmptyTexts();
}

void SidebarPane::setFacets(const FacetCounts &facets, const EventFilter &filter)
{
    d->filter = filter;
    d->typeModel->setTypes(facets.types, filter.hiddenTypes);
    d->organizationModel->setOrganizations(facets.organizations, filter.hiddenOrganizations);
    d->showEmptyTexts();
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

void SidebarPane::paintEvent(QPaintEvent *)
{
    QPainter(this).fillRect(rect(), tokens().side);
}

} // namespace playhead
