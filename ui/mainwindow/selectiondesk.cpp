// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "ui/mainwindow/selectiondesk.h"

#include "model/api/curlcommand.h"
#include "model/api/eventfeed.h"
#include "ui/detail/detailpane.h"
#include "ui/detail/inbackground.h"
#include "ui/events/eventheader.h"
#include "ui/events/eventtable.h"
#include "ui/mainwindow/statusparts.h"
#include "ui/mainwindow/windowframe.h"
#include "ui/shared/actions.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QLocale>
#include <QMenu>

#include <vector>

namespace playhead {

using namespace Qt::StringLiterals;
using Column = EventTableModel::Column;

namespace {

/// More events than this are not copied at once: the clipboard is no place for gigabytes (Export is).
constexpr size_t kMostCopied = 10'000;

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
{
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
    on(ActionId::CopyEventJson, [this] { copy(CopyWhat::Json); });
    on(ActionId::CopyEventId, [this] { copy(CopyWhat::Id); });
    on(ActionId::CopyRow, [this] { copy(CopyWhat::Row); });
    on(ActionId::CopyTime, [this] { copy(CopyWhat::Time); });
    on(ActionId::CopyCurl, [this] { copy(CopyWhat::Curl); });
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

void SelectionDesk::copy(CopyWhat what)
{
    std::vector<EventRow> rows = m_frame.table().selectedEvents();
    const size_t selected = rows.size();
    if (selected == 0) {
        return;
    }
    rows.resize(std::min(selected, kMostCopied));
    const EventSnapshot &events = m_events.snapshot();
    QStringList lines;
    lines.reserve(qsizetype(rows.size()));
    for (const EventRow row : rows) {
        switch (what) {
        case CopyWhat::Json:
            lines << QString::fromUtf8(events.raw(row));
            break;
        case CopyWhat::Id:
            lines << events.id(row).toString();
            break;
        case CopyWhat::Row:
            lines << m_frame.table().rowText(row);
            break;
        case CopyWhat::Time:
            lines << QString::fromLatin1(isoUtcMs(events.createdAt(row)));
            break;
        case CopyWhat::Curl:
            lines << QString::fromUtf8(curlCommand(m_feed.baseUrl(),
                                                   events.typeName(events.type(row)),
                                                   events.createdAt(row)));
            break;
        }
    }
    QGuiApplication::clipboard()->setText(lines.join(u'\n'));
    const QString count = QLocale().toString(qulonglong(rows.size()));
    m_frame.status().announce(
        selected > rows.size() ? tr("Copied the first %1 events. Export takes them all.").arg(count)
        : selected == 1        ? tr("Copied 1 event.")
                               : tr("Copied %1 events.").arg(count));
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
