// SPDX-License-Identifier: Apache-2.0
#include "poolfolder.h"

#include <fstream>
#include <sstream>
#include <stdexcept>

#include <stdlib.h>

namespace tidegate::test {

namespace {

constexpr auto jobText = R"(# 明细: one line an item
job: item
source:
  connection: erp
  table: sales.item    # the shop's own
target: { connection: dw, table: ods.item, create: true }
key: [id]
mode: full
)";

} // namespace

PoolFolder::PoolFolder()
{
    std::string pattern = (std::filesystem::temp_directory_path() / "tidegate-pool-XXXXXX").string();
    if (::mkdtemp(pattern.data()) == nullptr)
        throw std::runtime_error("no temporary folder");
    m_root = pattern;
    write("pool.yaml", "pool: acme\nformat: 1\n");
    // Nobody listens on port 1 of this host.
    write("connections/erp.yaml",
          "connection: erp\ntype: postgres\nhost: 127.0.0.1\nport: 1\ndatabase: shop\nuser: reader\n");
    write("connections/dw.yaml",
          "connection: dw\ntype: postgres\nhost: 127.0.0.1\nport: 1\ndatabase: dw\nuser: loader\n");
    write(jobFile, jobText);
}

PoolFolder::~PoolFolder()
{
    std::error_code ignored;
    std::filesystem::remove_all(m_root, ignored);
}

void PoolFolder::write(const std::filesystem::path& file, std::string_view text) const
{
    std::filesystem::create_directories((m_root / file).parent_path());
    std::ofstream(m_root / file, std::ios::binary) << text;
}

std::string PoolFolder::read(const std::filesystem::path& file) const
{
    std::ostringstream text;
    text << std::ifstream(m_root / file, std::ios::binary).rdbuf();
    return text.str();
}

void PoolFolder::addEnvironments() const
{
    write("environments/acme-prod.yaml", "environment: acme-prod\ncustomer: acme\nstage: prod\nroute: []\n");
    write("environments/acme-test.yaml", "environment: acme-test\ncustomer: acme\nstage: test\nroute: []\n");
}

} // namespace tidegate::test
