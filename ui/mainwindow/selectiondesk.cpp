// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "ui/mainwindow/selectiondesk.h"

#include "model/api/eventfeed.h"
#include "ui/detail/detailpane.h"
#include "ui/detail/inbackground.h"
#include "ui/events/eventheader.h"
#include "ui/events/eventtable.h"
#include "ui/mainwindow/statusparts.h"
#include "ui/mainwindow/windowframe.h"
#include "ui/shared/actions.h"

#include <QAction>
#include <QLocale>
#include <QMenu>
#include <QMessageBox>
#include <QPushButton>

#include <vector>

namespace playhead {

using namespace Qt::StringLiterals;
using Column = EventTableModel::Column;

namespace {

SelectionSummary summarize(const EventSnapshot &events, const std::vector<EventRow> &rows)
{
    SelectionSummary summary;
    summary.events = rows.size();
    std::vector<bool> types(events.typeCount());
    std::vector<bool> organizations(size_t(events.organizationCount()) + 1);
    for (const EventRow row : rows) {
        const quint16 type = events.type(row);
        const quint32 organization = events.organization(row);
        if (!types[type]) {
            types[type] = true;
            summary.type = ++summary.types == 1 ? events.typeName(type) : QByteArray();
        }
        if (!organizations[organization]) {
            organizations[organization] = true;
            summary.organization = ++summary.organizations == 1
                                       ? events.organizationId(organization)
                                       : OrganizationId();
        }
        const Instant at = events.createdAt(row);
        summary.first = row == rows.front() ? at : std::min(summary.first, at);
        summary.last = row == rows.front() ? at : std::max(summary.last, at);
    }
    return summary;
}

Family familyOf(const EventTableModel &events, const QByteArray &type)
{
    for (const FacetCounts::TypeCount &count : events.facets().types) {
        if (count.name == type) {
            return count.family;
        }
    }
    return Family::Other;
}

} // namespace

SelectionDesk::SelectionDesk(EventTableModel &events,
                             const EventFeed &feed,
                             WindowFrame &frame,
                             const Actions &actions,
                             QObject *parent)
    : QObject(parent)
    , m_events(events)
    , m_feed(feed)
    , m_frame(frame)
    , m_actions(actions)
    , m_copying(events, frame.table())
{
    wireCopying();
    m_settle.setSingleShot(true);
    m_settle.setInterval(0);
    connect(&m_settle, &QTimer::timeout, this, &SelectionDesk::showSelection);
    EventTable *table = &m_frame.table();
    connect(table, &EventTable::selectionEdited, &m_settle, qOverload<>(&QTimer::start));
    connect(table, &EventTable::detailRequested, this, [this] {
        if (!m_frame.isDetailShown()) {
            m_frame.setDetailShown(true);
        }
        m_frame.detail().setFocus(Qt::OtherFocusReason);
    });
    connect(table,
            &EventTable::menuRequested,
            this,
            [this](EventRow, Column, const QPoint &position) { showMenu(position); });
    const auto on = [this](ActionId id, auto &&slot) {
        connect(m_actions[id], &QAction::triggered, this, std::forward<decltype(slot)>(slot));
    };
    on(ActionId::FilterByValue, [this] {
        if (const std::optional<ValueFilter> value = valueFilter()) {
            emit filterEdited(value->only());
        }
    });
    on(ActionId::ExcludeValue, [this] {
        if (const std::optional<ValueFilter> value = valueFilter()) {
            emit filterEdited(value->without());
        }
    });
    on(ActionId::SelectAll, [this] { m_frame.table().selectAll(); });
    m_frame.detail().setOrganizationNames(
        [this](const OrganizationId &id) { return m_events.organizationName(id); });
    connect(&m_frame.detail(), &DetailPane::columnRequested, table, &EventTable::addPathColumn);
    connect(&m_frame.detail(), &DetailPane::leaveRequested, table, [table] {
        table->setFocus(Qt::OtherFocusReason);
    });
    connect(&m_frame.detail(),
            &DetailPane::valueFilterRequested,
            this,
            [this](const QString &path, const QString &value, bool isExcluded) {
                if (const std::optional<FilterTerm> term = termForPath(path, value)) {
                    EventFilter filter = m_events.filter();
                    filter.text = withTerm(filter.text, *term, isExcluded);
                    emit filterEdited(filter);
                }
            });
    connect(&m_events,
            &EventTableModel::countsChanged,
            &m_frame.detail(),
            &DetailPane::updateTexts);
    showSelection();
}

SelectionDesk::~SelectionDesk()
{
    *m_stopsComparing = true;
}

std::optional<EventRow> SelectionDesk::current() const
{
    return m_frame.table().currentEvent();
}

void SelectionDesk::showSelection()
{
    ++m_request;
    *m_stopsComparing = true;
    m_stopsComparing = std::make_shared<std::atomic_bool>(false);
    const qint64 count = m_frame.table().selectedCount();
    m_frame.status().setSelected(count);
    if (count > 1) {
        showSummary(m_frame.table().selectedEvents());
    } else if (const std::optional<EventRow> row = count == 1 ? std::optional(
                                                       m_frame.table().selectedEvents().front())
                                                              : std::nullopt) {
        const EventSnapshot &events = m_events.snapshot();
        DetailEvent event;
        event.id = events.id(*row);
        event.type = events.typeName(events.type(*row));
        event.family = familyOf(m_events, event.type);
        event.createdAt = events.createdAt(*row);
        event.organization = events.organizationId(events.organization(*row));
        event.raw = events.raw(*row).toByteArray();
        m_frame.detail().setEvent(event);
    } else {
        m_frame.detail().clear();
    }
    nameActions();
    emit selectionChanged();
}

void SelectionDesk::showSummary(std::vector<EventRow> rows)
{
    const auto shared = std::make_shared<const std::vector<EventRow>>(std::move(rows));
    inBackground(
        this,
        [events = m_events.snapshot(), shared] { return summarize(events, *shared); },
        [this, shared, request = m_request](SelectionSummary summary) {
            if (request == m_request) {
                summary.family = familyOf(m_events, summary.type);
                m_frame.detail().setSelectionSummary(summary);
                compare(shared);
            }
        });
}

void SelectionDesk::compare(const std::shared_ptr<const std::vector<EventRow>> &rows)
{
    inBackground(
        this,
        [events = m_events.snapshot(), rows, stops = m_stopsComparing] {
            return commonFields(events, *rows, *stops);
        },
        [this, request = m_request](const CommonFields &common) {
            if (request == m_request) {
                m_frame.detail().setCommonFields(common);
            }
        });
}

void SelectionDesk::wireCopying()
{
    const auto on = [this](ActionId id, EventCopying::What what) {
        connect(m_actions[id], &QAction::triggered, this, [this, what] { copy(what); });
    };
    on(ActionId::CopyEventJson, EventCopying::What::Json);
    on(ActionId::CopyEventId, EventCopying::What::Id);
    on(ActionId::CopyRow, EventCopying::What::Row);
    on(ActionId::CopyTime, EventCopying::What::Time);
    on(ActionId::CopyCurl, EventCopying::What::Curl);
    const auto announce = [this](const QString &text) { m_frame.status().announce(text); };
    connect(&m_copying, &EventCopying::begun, this, [announce](quint64 events) {
        announce(tr("Copying %1 events…").arg(QLocale().toString(events)));
    });
    connect(&m_copying, &EventCopying::copied, this, [announce](quint64 events) {
        announce(events == 1 ? tr("Copied 1 event.")
                             : tr("Copied %1 events.").arg(QLocale().toString(events)));
    });
    connect(&m_copying, &EventCopying::stopped, this, [announce] {
        announce(tr("Nothing was copied, because the table changed. Copy again."));
    });
    connect(&m_copying, &EventCopying::tooMuch, this, &SelectionDesk::offerExport);
}

void SelectionDesk::copy(EventCopying::What what)
{
    m_copying.copy(what, m_frame.table().selectedEvents(), m_feed.baseUrl());
}

void SelectionDesk::offerExport(quint64 events)
{
    auto *question = new QMessageBox(QMessageBox::Question,
                                     tr("Too much to copy"),
                                     tr("%1 events are more than a clipboard holds.")
                                         .arg(QLocale().toString(events)),
                                     QMessageBox::Cancel,
                                     &m_frame);
    question->setObjectName(u"tooMuchToCopy"_s);
    question->setAttribute(Qt::WA_DeleteOnClose);
    question->setInformativeText(
        tr("Up to %1 can be copied; the clipboard is as it was. Export writes the events to a file.")
            .arg(QLocale().formattedDataSize(EventCopying::kMostBytes, 0)));
    QPushButton *go = question->addButton(tr("Export…"), QMessageBox::AcceptRole);
    question->setDefaultButton(go);
    connect(question,
            &QMessageBox::buttonClicked,
            this,
            [this, go](const QAbstractButton *pressed) {
                if (pressed == go) {
                    m_actions[ActionId::Export]->trigger();
                }
            });
    question->open();
}

std::optional<ValueFilter> SelectionDesk::valueFilter() const
{
    const std::optional<EventRow> row = current();
    return row ? std::optional<ValueFilter>(std::in_place,
                                            m_events,
                                            *row,
                                            static_cast<Column>(
                                                m_frame.table().currentIndex().column()))
               : std::nullopt;
}

void SelectionDesk::nameActions()
{
    const std::optional<ValueFilter> value = valueFilter();
    QAction *filter = m_actions[ActionId::FilterByValue];
    QAction *exclude = m_actions[ActionId::ExcludeValue];
    filter->setEnabled(value.has_value());
    exclude->setEnabled(value.has_value());
    if (value) {
        filter->setText(value->onlyText());
        exclude->setText(value->withoutText());
    }
    const bool hasSelection = m_frame.table().selectedCount() > 0;
    for (const ActionId id : {ActionId::CopyEventJson,
                              ActionId::CopyEventId,
                              ActionId::CopyRow,
                              ActionId::CopyTime,
                              ActionId::CopyCurl,
                              ActionId::NewCursorHere}) {
        m_actions[id]->setEnabled(hasSelection);
    }
}

void SelectionDesk::showMenu(const QPoint &globalPosition)
{
    nameActions();
    auto *menu = new QMenu(&m_frame);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(m_actions[ActionId::NewCursorHere]);
    menu->addAction(m_actions[ActionId::SetCursorHere]);
    menu->addSeparator();
    menu->addAction(m_actions[ActionId::FilterByValue]);
    menu->addAction(m_actions[ActionId::ExcludeValue]);
    menu->addSeparator();
    menu->addAction(m_actions[ActionId::CopyEventJson]);
    menu->addAction(m_actions[ActionId::CopyEventId]);
    menu->addAction(m_actions[ActionId::CopyRow]);
    menu->addAction(m_actions[ActionId::CopyTime]);
    menu->addAction(m_actions[ActionId::CopyCurl]);
    menu->addSeparator();
    menu->addAction(tr("Add Column from Path…"),
                    &m_frame.table().header(),
                    &EventHeader::pathRequested);
    menu->popup(globalPosition);
}

} // namespace playhead
