// SPDX-License-Identifier: Apache-2.0
#include "yamlgenerator.h"

namespace tidegate {

YamlGenerator::YamlGenerator(unsigned seed) : m_random(seed)
{
    m_newline = chance(25) ? "\r\n" : "\n";
    m_step = 2 + pick(3);
    m_withAnchors = chance(20);
}

std::string YamlGenerator::file()
{
    m_text = chance(10) ? "\xEF\xBB\xBF" : "";
    if (chance(10))
        m_text += "---" + m_newline;
    looseLines(0);
    map(0, 0);
    if (chance(20)) {
        while (!m_text.empty() && (m_text.back() == '\n' || m_text.back() == '\r'))
            m_text.pop_back();
    }
    return m_text;
}

std::string YamlGenerator::value()
{
    m_withAnchors = false;
    switch (pick(8)) {
    case 0:
        return "[" + scalar(true) + ", " + scalar(true) + "]";
    case 1:
        return "{ n: " + scalar(true) + ", f: 'x: y' }";
    case 2:
        return "\"first\\n\\n  second # no comment\\nthird\"";
    case 3:
        return chance(50) ? "[]" : "{}";
    case 4:
        return std::to_string(pick(1000));
    case 5:
        return "\"it's \\\"so\\\": # x\"";
    default:
        return scalar(true);
    }
}

std::string YamlGenerator::freshKey()
{
    const char* stems[] = {"key", "门店", "a-b", "with space", "x"};
    return std::string(stems[pick(5)]) + std::to_string(m_keys++);
}

void YamlGenerator::endLine()
{
    if (chance(25))
        m_text += std::string(1 + pick(3), ' ') + "#c" + std::to_string(m_comments++) + "; 注";
    m_text += m_newline;
}

void YamlGenerator::looseLines(std::size_t indent)
{
    while (chance(20)) {
        if (chance(50))
            m_text += m_newline;
        else
            m_text += std::string(indent, ' ') + "#c" + std::to_string(m_comments++) + "; about: this" + m_newline;
    }
}

std::string YamlGenerator::scalar(bool inFlow)
{
    const char* plain[] = {"text", "two words", "订单 明细",    "12",        "3.50", "true",
                           "null", "a.b",       "t.updated_at", "0 2 * * *", "~x"};
    const char* quotes[] = {"\"x\"",       "'it''s'", "\"\\u00e9\\n\"", "'# no comment'",
                            "\"销售 表\"", "''",      "\"a: b\"",       "'12'"};
    if (m_withAnchors && chance(15)) {
        if (!m_anchors.empty() && chance(50))
            return "*" + m_anchors[pick(m_anchors.size())] + (inFlow ? " " : "");
        m_anchors.push_back("n" + std::to_string(m_anchors.size()));
        return "&" + m_anchors.back() + " " + plain[pick(5)];
    }
    return chance(60) ? plain[pick(11)] : quotes[pick(8)];
}

std::string YamlGenerator::flow(int depth)
{
    if (depth <= 0)
        return scalar(true);
    const bool isMap = chance(50);
    const std::string space = chance(50) ? " " : "";
    std::string text;
    for (std::size_t i = pick(4); i > 0; --i) {
        text += text.empty() ? "" : chance(90) ? ", " : "," + m_newline + std::string(24, ' ');
        text += isMap ? freshKey() + ": " + flow(depth - 1) : flow(depth - 1);
    }
    return isMap ? "{" + space + text + space + "}" : "[" + space + text + space + "]";
}

void YamlGenerator::blockScalar(std::size_t indent)
{
    const char* headers[] = {"|", "|-", ">", ">-", "|+"};
    m_text += std::string(" ") + headers[pick(5)];
    endLine();
    for (std::size_t i = 1 + pick(3); i > 0; --i) {
        m_text += std::string(indent + m_step, ' ') + "select 1 -- #x 行" + m_newline;
        if (chance(20) && i > 1)
            m_text += m_newline;
    }
}

void YamlGenerator::valueAfter(std::size_t indent, int depth)
{
    const std::size_t kind = pick(depth < 3 ? 10 : 6);
    if (kind == 0) {
        blockScalar(indent);
    } else if (kind == 1 && chance(40)) {
        endLine(); // no value
    } else if (kind < 4) {
        m_text += " " + scalar(false);
        endLine();
    } else if (kind < 6) {
        m_text += " " + flow(2);
        endLine();
    } else if (kind < 8) {
        endLine();
        map(indent + m_step, depth + 1);
    } else {
        endLine();
        list(indent + (chance(70) ? m_step : 0), depth + 1);
    }
}

void YamlGenerator::map(std::size_t indent, int depth)
{
    for (std::size_t i = 1 + pick(4); i > 0; --i) {
        looseLines(indent);
        const std::string key = freshKey();
        m_text += std::string(indent, ' ') + (chance(10) ? "\"" + key + "\"" : key) + ":";
        valueAfter(indent, depth);
    }
}

void YamlGenerator::list(std::size_t indent, int depth)
{
    for (std::size_t i = 1 + pick(3); i > 0; --i) {
        looseLines(indent);
        m_text += std::string(indent, ' ') + "-";
        if (depth < 3 && chance(30)) { // a map that begins in the dash's line
            m_text += " " + freshKey() + ": " + scalar(false);
            endLine();
            if (chance(60)) {
                m_text += std::string(indent + 2, ' ') + freshKey() + ": " + scalar(false);
                endLine();
            }
        } else {
            m_text += " " + (chance(70) ? scalar(false) : flow(1));
            endLine();
        }
    }
}

} // namespace tidegate
