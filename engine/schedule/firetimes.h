// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "schedule/cronline.h"
#include "schedule/zone.h"

#include <chrono>
#include <optional>
#include <vector>

namespace tidegate {

/// When a cron line fires in a zone. On the days when clocks change it does what cron(8) does:
///  * A line that names its hour and minute fires once a day: of a repeated hour the first time; of a skipped hour
///    right after it (two of its times in one gap: once). A gap of more than three hours skips it.
///  * A line whose minute or hour begins with `*` follows the clock on the wall: it fires in a repeated hour twice and
///    in a skipped hour never.
class FireTimes
{
public:
    using Instant = std::chrono::sys_seconds;

    FireTimes(CronLine line, Zone zone) : m_line(line), m_zone(std::move(zone)) {}

    /// The first one after an instant. None where the next 40 years have none.
    [[nodiscard]] std::optional<Instant> next(Instant after) const;
    [[nodiscard]] std::vector<Instant> next(Instant after, std::size_t count) const;
    /// Those in (after, upTo]; of many the newest `most`.
    [[nodiscard]] std::vector<Instant> between(Instant after, Instant upTo, std::size_t most) const;

    [[nodiscard]] const Zone& zone() const { return m_zone; }

private:
    /// Of one day, in order.
    [[nodiscard]] std::vector<Instant> onDay(const cctz::civil_day& day) const;
    void add(std::vector<Instant>& times, const cctz::civil_minute& minute) const;

    CronLine m_line;
    Zone m_zone;
};

} // namespace tidegate
