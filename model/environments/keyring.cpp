// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/environments/keyring.h"

#include <QCoreApplication>

#include <algorithm>

namespace playhead {

using namespace Qt::StringLiterals;

namespace {

constexpr char kVariable[] = "WORKOS_API_KEY";
/// The key of the embedded local Events API; not a secret.
constexpr char kDemoKey[] = "sk_test_playhead";

QString text(const char *sentence)
{
    return QCoreApplication::translate("KeyRing", sentence);
}

/// A key goes into a header: white space or a control character inside would break or forge the request.
Result<QByteArray> usable(const QByteArray &key, const char *whenEmpty)
{
    if (key.isEmpty()) {
        return failure(ErrorCode::KeyMissing, text(whenEmpty));
    }
    if (!std::all_of(key.cbegin(), key.cend(), [](char c) { return c > 0x20 && c < 0x7f; })) {
        return failure(
            ErrorCode::WrongUsage,
            text(
                "The API key holds a space, a line break or a character that no key has. Copy it again."));
    }
    return key;
}

bool isSameServer(const QUrl &one, const QUrl &other)
{
    const int defaultPort = one.scheme() == "https"_L1 ? 443 : 80;
    return one.scheme() == other.scheme() && one.host() == other.host()
           && one.port(defaultPort) == other.port(defaultPort);
}

} // namespace

KeyRing::KeyRing()
    : KeyRing(qgetenv(kVariable))
{
    qunsetenv(kVariable);
}

KeyRing::KeyRing(QByteArray variable)
    : m_variable(std::move(variable).trimmed())
{}

Result<QByteArray> KeyRing::variableKey() const
{
    return usable(
        m_variable,
        QT_TRANSLATE_NOOP(
            "KeyRing",
            "No API key: WORKOS_API_KEY is not set. Set it to the environment's key, then start "
            "Playhead again."));
}

Result<QByteArray> KeyRing::key(const Environment &environment) const
{
    switch (environment.keySource) {
    case KeySource::Variable:
        return variableKey();
    case KeySource::Memory:
        return usable(
            m_memory.value(environment.id),
            QT_TRANSLATE_NOOP(
                "KeyRing",
                "No API key: it was kept in memory only until Playhead quit. Type it again."));
    case KeySource::Demo:
        return QByteArray(kDemoKey);
    case KeySource::Capture:
        return failure(
            ErrorCode::KeyMissing,
            text("A capture is a file: it has no API key, and nothing is fetched for it."));
    }
    return failure(ErrorCode::Internal, text("The environment names no key source. Choose one."));
}

Result<QByteArray> KeyRing::keyToTry(const Environment &edited,
                                     const std::optional<Environment> &stored) const
{
    if (edited.keySource == KeySource::Memory && isTypedForAnother(edited, stored)) {
        return failure(ErrorCode::WrongUsage,
                       text("The kept key was typed for %1. Type the key again for another server.")
                           .arg(stored->baseUrl.authority(QUrl::FullyEncoded)));
    }
    return key(edited);
}

bool KeyRing::isTypedForAnother(const Environment &edited,
                                const std::optional<Environment> &stored) const
{
    return stored && m_memory.contains(edited.id) && !isSameServer(edited.baseUrl, stored->baseUrl);
}

void KeyRing::remember(qint64 environmentId, QByteArray key)
{
    m_memory.insert(environmentId, std::move(key).trimmed());
}

void KeyRing::forget(qint64 environmentId)
{
    m_memory.remove(environmentId);
}

} // namespace playhead
