// SPDX-License-Identifier: Apache-2.0
#include "secret/secret.h"

#include <array>
#include <utility>

namespace tidegate {

namespace {

constexpr std::string_view stars = "******";

std::string percentEncoded(std::string_view text)
{
    std::string out;
    for (const unsigned char byte : text) {
        const bool plain = (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') ||
                           (byte >= '0' && byte <= '9') || byte == '-' || byte == '.' || byte == '_' || byte == '~';
        if (plain)
            out += static_cast<char>(byte);
        else
            out += fmt::format("%{:02X}", byte);
    }
    return out;
}

std::string backslashed(std::string_view text)
{
    std::string out;
    for (const char c : text) {
        if (c == '\'' || c == '\\')
            out += '\\';
        out += c;
    }
    return out;
}

void replaceAll(std::string& text, std::string_view what)
{
    for (auto at = text.find(what); at != std::string::npos; at = text.find(what, at + stars.size()))
        text.replace(at, what.size(), stars);
}

} // namespace

Secret::Secret(std::string text) : m_text(std::move(text)) {}

Secret::~Secret()
{
    wipe();
}

Secret::Secret(Secret&& other) noexcept : m_text(other.m_text)
{
    other.wipe();
}

Secret& Secret::operator=(Secret&& other) noexcept
{
    if (this != &other) {
        wipe();
        m_text.swap(other.m_text);
    }
    return *this;
}

void Secret::wipe() noexcept
{
    volatile char* bytes = m_text.data();
    for (std::size_t i = 0; i < m_text.size(); ++i)
        bytes[i] = 0;
    m_text.clear();
}

std::string Secret::redacted(std::string_view text) const
{
    std::string out(text);
    if (m_text.empty())
        return out;
    for (const std::string& form : std::array{m_text, percentEncoded(m_text), backslashed(m_text)})
        replaceAll(out, form);
    return out;
}

} // namespace tidegate
