// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "pool/pool.h"

#include <doctest/doctest.h>

#include <cstdlib>
#include <fstream>
#include <string>

namespace tidegate {

/// A valid pool in a folder of its own: two connections, one environment, no jobs.
class PoolFixture
{
public:
    PoolFixture()
    {
        std::string name = (std::filesystem::temp_directory_path() / "tidegate-pool-XXXXXX").string();
        REQUIRE(::mkdtemp(name.data()) != nullptr);
        m_root = name;
        put("pool.yaml", "pool: acme-retail\nformat: 1\n");
        put("connections/acme-erp.yaml", "connection: acme-erp\ntype: postgres\nhost: erp.example\n");
        put("connections/warehouse.yaml",
            "connection: warehouse\ntype: greenplum\nhost: 127.0.0.1\nport: 7432\nsecret: env:DW\n");
        put("environments/acme-prod.yaml", "environment: acme-prod\ncustomer: acme\nstage: prod\n");
    }
    ~PoolFixture() { std::filesystem::remove_all(m_root); }
    PoolFixture(const PoolFixture&) = delete;
    PoolFixture& operator=(const PoolFixture&) = delete;

    [[nodiscard]] const std::filesystem::path& root() const { return m_root; }

    void put(const std::string& path, const std::string& text) const
    {
        std::filesystem::create_directories((m_root / path).parent_path());
        std::ofstream(m_root / path, std::ios::binary) << text;
    }

    [[nodiscard]] Pool read() const
    {
        auto pool = readPool(m_root);
        REQUIRE(pool.has_value());
        return *std::move(pool);
    }

    [[nodiscard]] static std::string report(const Pool& pool)
    {
        std::string text;
        for (const Finding& finding : pool.findings())
            text += toString(finding) + "\n";
        return text;
    }

    /// A job that loads everything.
    static std::string job(const std::string& name, const std::string& target)
    {
        return "job: " + name +
               "\nsource: { connection: acme-erp, table: s.t }\ntarget: { connection: warehouse, table: \"" + target +
               "\" }\n";
    }

private:
    std::filesystem::path m_root;
};

} // namespace tidegate
