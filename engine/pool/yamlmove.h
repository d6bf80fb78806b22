// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "pool/yamledit.h"

namespace tidegate {

/// Lets item `first` of the list at `path` and the one after it change places. In a block list whole lines move, with
/// the comments at their ends; comment lines between them stay. NotFound where there are no such two items; the patched
/// text is parsed again and differs in exactly this, else Refused.
Result<TextPatch> swapYamlItems(std::string_view text, std::string_view path, std::size_t first);

} // namespace tidegate
