// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sql/catalogue.h"

#include <nlohmann/json.hpp>

#include <string>
#include <utility>
#include <vector>

namespace tidegate {

/// A table of a test: "sales", "order_item", {{"item_id", "bigint"}, …}, primary key.
sql::TableInfo tableOf(const std::string& schema, const std::string& name,
                       const std::vector<std::pair<std::string, std::string>>& columns,
                       const std::vector<std::string>& primaryKey);

/// What an agent answers to catalogue.inputs for the job of smallPool(). The target does not exist yet.
nlohmann::json orderItemInputs();

} // namespace tidegate
