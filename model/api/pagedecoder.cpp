// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/api/pagedecoder.h"

#include "model/events/typecatalogue.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace playhead {

namespace {

tl::unexpected<Error> wrongPage(const QString &detail)
{
    return failure(
        ErrorCode::Malformed,
        QCoreApplication::translate(
            "PageDecoder",
            "The server's answer is no complete page of events: %1. Nothing of it was kept. "
            "Try again.")
            .arg(detail),
        detail);
}

/// The cursor of the next page; empty = the end.
Result<EventId> nextCursor(JsonValue root)
{
    const std::optional<JsonValue> metadata = root.member("list_metadata");
    if (!metadata || !metadata->isObject()) {
        return wrongPage(u"list_metadata is missing"_s);
    }
    const std::optional<JsonValue> after = metadata->member("after");
    if (!after || after->isNull()) {
        return EventId();
    }
    // An empty cursor would start the list anew, so it is no way to say "the end".
    if (!after->isString() || after->string().isEmpty()) {
        return wrongPage(u"list_metadata.after is neither an event id nor null"_s);
    }
    return EventId(after->string().toByteArray());
}

} // namespace

PageDecoder::PageDecoder(const TypeCatalogue &catalogue)
    : m_catalogue(catalogue)
{}

Result<Page> PageDecoder::decode(const QByteArray &body)
{
    if (const Status parsed = m_document.parse(body); !parsed) {
        return wrongPage(body.isEmpty() ? u"the body is empty"_s : u"it is not JSON to its end"_s);
    }
    const JsonValue root = m_document.root();
    if (!root.isObject()) {
        return wrongPage(u"it is not a list object"_s);
    }
    Result<EventId> next = nextCursor(root);
    if (!next) {
        return tl::unexpected(next.error());
    }
    const std::optional<JsonValue> data = root.member("data");
    const auto slices = arrayMemberSlices(body, "data");
    if (!data || !data->isArray() || !slices || qsizetype(slices->size()) != data->size()) {
        return wrongPage(u"data is missing or no array"_s);
    }
    Page page;
    page.next = *next;
    page.events.reserve(slices->size());
    QString problem;
    data->forEachElement([this, &page, &slices, &problem](JsonValue event) {
        if (!problem.isEmpty()) {
            return;
        }
        Result<EventFields> fields = readEventFields(event, m_catalogue);
        const size_t index = page.events.size();
        if (!fields) {
            const QString why = fields.error().detail.isEmpty() ? fields.error().message
                                                                : fields.error().detail;
            problem = u"event %1 of the page: %2"_s.arg(QString::number(index + 1), why);
            return;
        }
        page.events.push_back({singleLine(slices->at(index)), std::move(*fields)});
    });
    if (!problem.isEmpty()) {
        return wrongPage(problem);
    }
    return page;
}

} // namespace playhead
