// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "guiservers.h"

namespace tidegate {

/// The pool of `orders` with two jobs more: `slow`, which takes the better part of a minute, and `broken`, whose SQL no
/// server understands.
inline std::map<std::string, std::string> flowsPool(const GuiServer& source, const GuiServer& target)
{
    auto files = ordersPool(source, target);
    files["customers/acme/jobs/slow.yaml"] = R"(job: slow
source: { connection: shop, table: shop.orders }
target: { connection: warehouse, table: ods.slow, create: true }
key: [order_id]
mode: full
tuning: { frame: 64KiB, rate_limit: 32KiB/s }
)";
    files["customers/acme/jobs/broken.yaml"] = R"(job: broken
source: { connection: shop, table: shop.orders, where: "t.no_such_column = 1" }
target: { connection: warehouse, table: ods.broken, create: true }
key: [order_id]
mode: full
)";
    return files;
}

} // namespace tidegate
