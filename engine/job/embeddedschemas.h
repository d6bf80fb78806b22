// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

namespace tidegate {

/// The text of resources/schema/<name>.schema.json as it was when the engine was built; empty for an unknown name.
std::string_view embeddedSchema(std::string_view name);

} // namespace tidegate
