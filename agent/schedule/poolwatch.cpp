// SPDX-License-Identifier: Apache-2.0
#include "agent/schedule/poolwatch.h"

#include <functional>
#include <string>

namespace tidegate::agent {

namespace fs = std::filesystem;

namespace {

std::uint64_t hashOf(const fs::directory_entry& entry)
{
    std::error_code failure;
    const auto written = entry.last_write_time(failure).time_since_epoch().count();
    const auto size = entry.is_regular_file(failure) ? entry.file_size(failure) : 0;
    return std::hash<std::string>()(entry.path().string() + ' ' + std::to_string(written) + ' ' + std::to_string(size));
}

} // namespace

std::uint64_t poolFingerprint(const fs::path& root)
{
    std::error_code failure;
    std::uint64_t sum = 0; // of what has no order
    if (const fs::directory_entry file(root / "pool.yaml", failure); !failure)
        sum += hashOf(file);
    for (const char* folder : {"connections", "environments", "customers"}) {
        for (auto entry = fs::recursive_directory_iterator(root / folder, failure);
             !failure && entry != fs::recursive_directory_iterator(); entry.increment(failure)) {
            if (entry->is_directory(failure) || entry->path().extension() == ".yaml")
                sum += hashOf(*entry);
        }
        failure.clear();
    }
    return sum;
}

} // namespace tidegate::agent
