// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/api/coveragemap.h"

#include <optional>

namespace playhead {

/// Which types a read sends, and how that changes when the server wants a list or refuses a name (semantics 6).
class AskedTypes
{
public:
    AskedTypes() = default;
    /// `chosen` empty = all types.
    AskedTypes(const QList<QByteArray> &chosen, const TypeCatalogue &catalogue);

    const QList<QByteArray> &sent() const { return m_sent; } ///< Empty = no `events` parameter.
    bool isAllTypes() const { return m_isAllTypes; }
    CoverageKey coverageKey(const OrganizationId &organization) const;

    /// Takes in a refusal (400 or 422). True: something was changed, ask again. `refused` gets the names that were taken
    /// out. A type that the user chose is never taken out.
    bool adaptTo(const QByteArray &refusalBody, QStringList &refused);
    /// The chosen types that a refusal names.
    QStringList namedIn(const QByteArray &refusalBody) const;

private:
    QList<QByteArray> m_sent;
    QList<QByteArray> m_catalogue;
    bool m_isAllTypes = true;
};

} // namespace playhead
