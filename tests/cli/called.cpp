// SPDX-License-Identifier: Apache-2.0
#include "called.h"

#include "cli/commandline.h"

#include <doctest/doctest.h>

#include <sstream>

namespace tidegate::test {

using nlohmann::json;

std::vector<json> Outcome::objects() const
{
    std::vector<json> lines;
    std::istringstream stream(out);
    for (std::string line; std::getline(stream, line);) {
        CAPTURE(line);
        lines.push_back(json::parse(line));
        CHECK(lines.back().is_object());
        CHECK(lines.back().at("event").is_string());
    }
    return lines;
}

Outcome tidegatectl(const std::vector<std::string>& arguments)
{
    std::ostringstream out;
    std::ostringstream err;
    const int code = cli::runCommandLine(arguments, out, err);
    return {code, out.str(), err.str()};
}

} // namespace tidegate::test
