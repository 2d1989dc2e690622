// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/environments/keyring.h"

#include <QCoreApplication>

#include <algorithm>

namespace playhead {

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
    }
    return failure(ErrorCode::Internal, text("The environment names no key source. Choose one."));
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
