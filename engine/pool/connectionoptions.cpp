// SPDX-License-Identifier: Apache-2.0
#include "pool/connectionoptions.h"

#include <algorithm>
#include <array>

namespace tidegate {

bool isReservedOption(std::string_view name)
{
    static constexpr std::array<std::string_view, 12> reserved{"host",
                                                               "hostaddr",
                                                               "port",
                                                               "dbname",
                                                               "user",
                                                               "password",
                                                               "passfile",
                                                               "service",
                                                               "servicefile",
                                                               "application_name",
                                                               "client_encoding",
                                                               "replication"};
    return std::find(reserved.begin(), reserved.end(), name) != reserved.end();
}

} // namespace tidegate
