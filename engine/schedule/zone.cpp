// SPDX-License-Identifier: Apache-2.0
#include "schedule/zone.h"

#include <fmt/format.h>

#include <cstdlib>
#include <filesystem>

namespace tidegate {

namespace {

/// "Asia/Shanghai" of /usr/share/zoneinfo/Asia/Shanghai; empty where the link leads elsewhere.
std::string linkedZone()
{
    constexpr std::string_view folder = "/zoneinfo/";
    std::error_code failure;
    const std::string target = std::filesystem::read_symlink("/etc/localtime", failure).generic_string();
    const std::size_t at = target.find(folder);
    return failure || at == std::string::npos ? std::string() : target.substr(at + folder.size());
}

} // namespace

Result<Zone> Zone::named(std::string_view name)
{
    cctz::time_zone rules;
    if (!name.empty() && cctz::load_time_zone(std::string(name), &rules))
        return Zone(std::string(name), rules);
    return Error{ErrorCode::NotFound, fmt::format("this machine knows no time zone `{}`", name),
                 "write a region, for example `Asia/Shanghai`, and see that tzdata is installed"};
}

Zone Zone::local()
{
    const char* set = std::getenv("TZ");
    std::string name = set != nullptr ? set : linkedZone();
    if (!name.empty() && name.front() == ':')
        name.erase(0, 1);
    return named(name).value_or(Zone("UTC", cctz::utc_time_zone()));
}

} // namespace tidegate
