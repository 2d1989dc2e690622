// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/core/error.h"

#include <tl/expected.hpp>

namespace playhead {

/// A value or the Error that prevented it. Failures that can be foreseen are returned, never thrown.
template<typename T>
using Result = tl::expected<T, Error>;

/// Success without a value, or an Error.
using Status = Result<void>;

/// Short form for `return failure(...)`.
inline tl::unexpected<Error> failure(ErrorCode code, QString message, QString detail = {})
{
    return tl::unexpected<Error>(Error{code, std::move(message), std::move(detail), 0});
}

} // namespace playhead
