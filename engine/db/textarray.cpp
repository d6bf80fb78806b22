// SPDX-License-Identifier: Apache-2.0
#include "db/textarray.h"

#include <pqxx/array>

namespace tidegate {

std::vector<std::string> textArray(std::string_view literal)
{
    std::vector<std::string> elements;
    const std::string text(literal);
    // Every byte that means something in an array literal is ASCII, and no UTF-8 sequence contains one.
    pqxx::array_parser parser(text.c_str());
    for (auto item = parser.get_next(); item.first != pqxx::array_parser::done; item = parser.get_next()) {
        if (item.first == pqxx::array_parser::string_value)
            elements.push_back(std::move(item.second));
        else if (item.first == pqxx::array_parser::null_value)
            elements.emplace_back();
    }
    return elements;
}

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
