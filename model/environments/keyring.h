// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/core/result.h"
#include "model/environments/environment.h"

#include <QByteArray>
#include <QHash>

#include <optional>

namespace playhead {

/// Finds the API key of an environment: in WORKOS_API_KEY or in this run's memory. Never writes a key anywhere. One
/// thread.
class KeyRing
{
public:
    /// Reads WORKOS_API_KEY once and takes it out of the program's environment, so that no child process gets it.
    KeyRing();
    explicit KeyRing(QByteArray variable); ///< For tests: the variable's value.

    bool hasVariable() const { return !m_variable.isEmpty(); }
    /// KeyMissing says which source is empty and what to do.
    Result<QByteArray> key(const Environment &environment) const;
    /// key() for fields that are not stored yet, `stored` being the environment as it is (empty for a new one): a key in
    /// memory was typed for that one's server and is given for no other; then WrongUsage asks to type it again.
    Result<QByteArray> keyToTry(const Environment &edited,
                                const std::optional<Environment> &stored) const;
    /// Whether a key is in memory that was typed for the stored server, while the edited fields name another one.
    bool isTypedForAnother(const Environment &edited,
                           const std::optional<Environment> &stored) const;
    Result<QByteArray> variableKey() const; ///< For verbs without --env.
    void remember(qint64 environmentId, QByteArray key);
    void forget(qint64 environmentId);

private:
    QByteArray m_variable;
    QHash<qint64, QByteArray> m_memory;
};

} // namespace playhead
