// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

#include <concepts>
#include <functional>
#include <utility>

namespace tidegate {

/// Words for a person, asked for again whenever the language changes: `[] { return tr("Save"); }`. A plain string is
/// taken as it is; that is for names and for what comes from outside.
class Phrase
{
public:
    Phrase() = default;
    Phrase(const QString& fixed) : m_fixed(fixed) {}
    template <typename Words>
    requires std::invocable<Words&> && std::convertible_to<std::invoke_result_t<Words&>, QString> Phrase(Words words)
        : m_words(std::move(words))
    {
    }

    [[nodiscard]] bool isFixed() const { return !m_words; }
    [[nodiscard]] QString text() const { return m_words ? m_words() : m_fixed; }

private:
    QString m_fixed;
    std::function<QString()> m_words;
};

} // namespace tidegate
