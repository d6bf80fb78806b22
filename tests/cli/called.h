// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <nlohmann/json.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace tidegate::test {

/// What a call of tidegatectl said.
struct Outcome
{
    int code = -1;
    std::string out;
    std::string err;

    /// Every line of the first stream as an object that carries its event.
    [[nodiscard]] std::vector<nlohmann::json> objects() const;
};

/// Calls it in this process.
Outcome tidegatectl(const std::vector<std::string>& arguments);

inline bool contains(const std::string& text, std::string_view part)
{
    return text.find(part) != std::string::npos;
}

} // namespace tidegate::test
