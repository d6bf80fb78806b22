// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "schedule/cronfield.h"

#include <string_view>

namespace tidegate {

/// A cron line of five fields, as cron(8) of Paul Vixie reads it: lists, ranges, steps, names of months and days, and
/// `@hourly`, `@daily`, `@midnight`, `@weekly`, `@monthly`, `@yearly`, `@annually`.
class CronLine
{
public:
    /// Invalid, with the details `offset` and `length` (bytes of the text) of what is wrong, and perhaps `fix`, which
    /// is a whole line. A line that never comes true, such as 30 February, is wrong too.
    static Result<CronLine> parse(std::string_view text);

    [[nodiscard]] const CronField& minutes() const { return m_fields[0]; }
    [[nodiscard]] const CronField& hours() const { return m_fields[1]; }
    /// `weekday` 0 is Sunday. Where neither day field begins with `*`, one of them is enough.
    [[nodiscard]] bool matchesDay(int month, int day, int weekday) const;
    /// Minute or hour begins with `*`: such a line follows the clock on the wall when it is put forward or back.
    [[nodiscard]] bool followsWall() const { return minutes().star || hours().star; }

private:
    [[nodiscard]] bool everComes() const;

    std::array<CronField, 5> m_fields;
};

} // namespace tidegate
