// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "pool/yamledit.h"

namespace tidegate {

/// setYaml() for a job file: `path` must be one that the schema knows (else Usage with a "did you mean"), and `value`
/// as typed by a person is converted by the schema's type there: `10m` for a duration, `0 2 * * *` for a string, YAML
/// flow text for lists and maps. The result may be an invalid job (saving a draft is allowed); parseJob() says so.
Result<TextPatch> setJobValue(std::string_view text, std::string_view path, std::string_view value);
Result<TextPatch> unsetJobValue(std::string_view text, std::string_view path);

} // namespace tidegate
