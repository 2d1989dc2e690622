// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/server/demoscene.h"

namespace playhead {

using namespace std::chrono_literals;

DemoScene::DemoScene(DemoWorld &demoWorld, size_t personIndex_, size_t organizationIndex_)
    : world(demoWorld)
    , personIndex(personIndex_)
    , organizationIndex(organizationIndex_)
    , ip(demoWorld.address())
    , agent(demoWorld.agent())
{}

Instant DemoScene::changed() const
{
    return std::chrono::floor<std::chrono::milliseconds>(now) - 40ms;
}

CompactJson &DemoScene::begin(QByteArrayView type)
{
    m_type = type.toByteArray();
    m_json.clear();
    m_json.open('{')
        .text("object", "event")
        .text("id", world.id("event_", now))
        .text("event", type);
    m_json.open("data", '{');
    m_dataBegin = m_json.bytes().size() - 1;
    return m_json;
}

void DemoScene::writeCreatedAt()
{
    m_json.text("created_at", isoUtcExact(now));
}

void DemoScene::end(DemoContext context)
{
    m_json.close('}');
    m_data = m_json.bytes().mid(m_dataBegin);
    m_context = context;
    writeCreatedAt();
    writeContext(context);
    m_json.close('}');
}

CompactJson &DemoScene::endWithOwnContext()
{
    m_json.close('}');
    writeCreatedAt();
    m_json.open("context", '{').text("client_id", world.clientId);
    m_json.open("actor", '{').text("id", person().userId).text("source", "dashboard");
    m_json.text("name", person().fullName()).close('}');
    return m_json;
}

void DemoScene::closeOwnContext()
{
    m_json.close('}').close('}');
}

void DemoScene::repeat()
{
    m_json.clear();
    m_json.open('{')
        .text("object", "event")
        .text("id", world.id("event_", now))
        .text("event", m_type);
    m_json.raw("data", m_data);
    writeCreatedAt();
    writeContext(m_context);
    m_json.close('}');
}

void DemoScene::writeContext(DemoContext context)
{
    switch (context) {
    case DemoContext::None:
        return;
    case DemoContext::Empty:
        m_json.open("context", '{');
        break;
    case DemoContext::Client:
        m_json.open("context", '{');
        if (random().chance(15)) {
            m_json.text("google_analytics_client_id", world.token(20));
            m_json.open("google_analytics_sessions", '[').open('{');
            m_json.text("containerId", "G-" + world.token(8).toUpper());
            m_json.text("sessionId", world.token(10))
                .text("sessionNumber", "1")
                .close('}')
                .close(']');
            m_json.text("ajs_anonymous_id", world.uuid());
        }
        m_json.text("client_id", world.clientId);
        break;
    case DemoContext::Actor:
        m_json.open("context", '{').text("client_id", world.clientId);
        m_json.open("actor", '{').text("id", person().userId).text("source", "dashboard");
        m_json.text("name", person().fullName()).close('}');
        break;
    case DemoContext::System:
        m_json.open("context", '{')
            .open("actor", '{')
            .text("id", "system")
            .text("source", "system");
        m_json.null("name").close('}');
        break;
    }
    m_json.close('}');
}

} // namespace playhead
