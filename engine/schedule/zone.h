// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"

#include <cctz/time_zone.h>

#include <string>
#include <string_view>

namespace tidegate {

/// A region of the time zone database of this machine. Cheap to copy.
class Zone
{
public:
    /// NotFound where the database has no such region.
    static Result<Zone> named(std::string_view name);
    /// The zone of this machine: TZ, else /etc/localtime, else UTC.
    static Zone local();

    [[nodiscard]] const std::string& name() const { return m_name; }
    [[nodiscard]] const cctz::time_zone& rules() const { return m_rules; }

private:
    Zone(std::string name, cctz::time_zone rules) : m_name(std::move(name)), m_rules(rules) {}

    std::string m_name;
    cctz::time_zone m_rules;
};

} // namespace tidegate
