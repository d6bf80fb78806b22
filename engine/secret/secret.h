// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <fmt/format.h>

#include <string>
#include <string_view>

namespace tidegate {

/// A secret's text. It prints as stars wherever a formatter meets it, is never copied, and is overwritten when it goes.
class Secret
{
public:
    Secret() = default;
    explicit Secret(std::string text);
    ~Secret();
    Secret(Secret&& other) noexcept;
    Secret& operator=(Secret&& other) noexcept;
    Secret(const Secret&) = delete;
    Secret& operator=(const Secret&) = delete;

    [[nodiscard]] bool empty() const { return m_text.empty(); }
    /// The text itself: for the driver's connect call only.
    [[nodiscard]] const std::string& reveal() const { return m_text; }
    /// `text` with every occurrence of this secret replaced by stars, also where it is percent-encoded or quoted for
    /// a connection string. For texts that come from drivers.
    [[nodiscard]] std::string redacted(std::string_view text) const;

private:
    void wipe() noexcept;

    std::string m_text;
};

} // namespace tidegate

template <>
struct fmt::formatter<tidegate::Secret> : fmt::formatter<std::string_view>
{
    template <typename Context>
    auto format(const tidegate::Secret&, Context& context) const
    {
        return fmt::formatter<std::string_view>::format("******", context);
    }
};
