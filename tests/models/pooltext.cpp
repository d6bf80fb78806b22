// SPDX-License-Identifier: Apache-2.0
#include "pooltext.h"

#include "base/atomicfile.h"

#include <fstream>

namespace tidegate {

PoolFolder::PoolFolder(const std::map<std::string, std::string>& files)
{
    for (const auto& [path, text] : files)
        write(path, text);
}

void PoolFolder::write(const std::string& path, const std::string& text) const
{
    std::filesystem::create_directories((root() / path).parent_path());
    std::ofstream(root() / path, std::ios::binary) << text;
}

void PoolFolder::remove(const std::string& path) const
{
    std::filesystem::remove(root() / path);
}

std::string PoolFolder::read(const std::string& path) const
{
    const auto text = readFile(root() / path);
    return text ? *text : std::string();
}

std::shared_ptr<const Pool> PoolFolder::pool() const
{
    auto pool = readPool(root());
    return pool ? std::make_shared<const Pool>(std::move(*pool)) : nullptr;
}

std::map<std::string, std::string> smallPool()
{
    return {
        {"pool.yaml", "pool: acme-retail\nformat: 1\n"},
        {"connections/erp.yaml",
         "connection: erp\ntype: postgres\nhost: 127.0.0.1\nport: 7431\ndatabase: erp\nuser: reader\n"},
        {"connections/warehouse.yaml",
         "connection: warehouse\ntype: postgres\nhost: 127.0.0.1\nport: 7432\ndatabase: dw\nuser: loader\n"},
        {orderItemPath, R"(# the lines of an order follow its order
job: order_item
description: 订单明细
source:
  connection: erp
  table: sales.order_item
  where: "t.channel <> 'test'"   # 测试渠道
target:
  connection: warehouse
  table: ods.order_item
  create: true
key: [item_id]
mode: incremental
watermark:
  column: [t.updated_at, o.updated_at]
  join: { table: sales.orders, alias: o, "on": "o.order_id = t.order_id" }
  lag: 2m
  overlap: 10m   # late writers
  nulls: include
apply: merge
schedule: "0 2 * * *"
tuning: { streams: 1, frame: 1MiB }
)"},
    };
}

std::map<std::string, std::string> manyJobs(int jobs)
{
    auto files = smallPool();
    const auto text = files.at(orderItemPath);
    for (int i = 1; i < jobs; ++i) {
        const auto name = "order_item_" + std::to_string(i);
        auto copy = text;
        copy.replace(copy.find("job: order_item"), 15, "job: " + name);
        copy.replace(copy.find("ods.order_item"), 14, "ods." + name);
        files["customers/acme/jobs/" + name + ".yaml"] = copy;
    }
    return files;
}

} // namespace tidegate
