// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"
#include "secret/secret.h"

#include <string>
#include <string_view>

namespace tidegate {

/// Where a secret lies: what a connection file says after `secret:`. Holds no secret and may be shown.
struct SecretRef
{
    enum class Kind { None, Env, File, Keyring };

    Kind kind = Kind::None;
    std::string name; ///< of the variable, the file or the keyring's entry
};

/// `env:NAME`, `file:PATH`, `keyring:NAME`; empty is None. Invalid for anything else, and the text, which may well be
/// a password, is not repeated in the message.
Result<SecretRef> parseSecretRef(std::string_view text);

/// Reads the secret: called where a connection is opened and nowhere else. A file must be absolute (or begin with ~/),
/// a plain file of ours or root's, and closed to group and others; its one trailing line end is not part of the secret.
/// Unsupported for a keyring. None gives an empty secret.
Result<Secret> resolveSecret(const SecretRef& ref);

} // namespace tidegate
