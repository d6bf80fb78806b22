// SPDX-License-Identifier: GPL-3.0-or-later
#include "report.h"

#include <algorithm>
#include <cstdlib>
#include <iostream>

namespace tidegate {

double quantile(std::vector<double> values, double share)
{
    if (values.empty())
        return 0;
    std::ranges::sort(values);
    const auto last = static_cast<double>(values.size() - 1);
    return values[static_cast<std::size_t>(last * share)];
}

bool report(const std::string& bench, double ours, double bar, const std::string& unit, const nlohmann::json& details)
{
    std::cout << nlohmann::json{{"bench", bench}, {"ours", ours},       {"baseline", nullptr}, {"ratio", nullptr},
                                {"bar", bar},     {"met", ours <= bar}, {"unit", unit},        {"details", details}}
                     .dump()
              << std::endl;
    return ours <= bar;
}

int option(int argc, char** argv, const std::string& word, int fallback)
{
    for (int i = 1; i + 1 < argc; ++i) {
        if (word == argv[i])
            return std::atoi(argv[i + 1]);
    }
    return fallback;
}

} // namespace tidegate
