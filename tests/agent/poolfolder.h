// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

namespace tidegate::test {

/// A pool in a temporary folder, gone with this object: pool.yaml, connections `erp` and `dw`, one job `item`.
class PoolFolder
{
public:
    PoolFolder();
    ~PoolFolder();
    PoolFolder(const PoolFolder&) = delete;
    PoolFolder& operator=(const PoolFolder&) = delete;

    void write(const std::filesystem::path& file, std::string_view text) const;
    [[nodiscard]] std::string read(const std::filesystem::path& file) const;
    /// Two environments, so that one must be named.
    void addEnvironments() const;

    [[nodiscard]] const std::filesystem::path& root() const { return m_root; }

    static constexpr auto jobFile = "customers/acme/jobs/item.yaml";

private:
    std::filesystem::path m_root;
};

} // namespace tidegate::test
