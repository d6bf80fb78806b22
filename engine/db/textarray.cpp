// SPDX-License-Identifier: Apache-2.0
#include "db/textarray.h"

namespace tidegate {

std::string arrayLiteral(const std::vector<std::string>& elements)
{
    std::string out = "{";
    for (const auto& element : elements) {
        if (out.size() > 1)
            out += ',';
        out += '"';
        for (const char c : element) {
            if (c == '"' || c == '\\')
                out += '\\';
            out += c;
        }
        out += '"';
    }
    return out + "}";
}

} // namespace tidegate
