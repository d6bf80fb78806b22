// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

namespace tidegate {

/// What a person calls a stage of an environment: "prod", "生产".
QString stageWord(const QString& stage);

} // namespace tidegate
