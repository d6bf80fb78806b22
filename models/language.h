// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/phrase.h"

#include <QLocale>
#include <QObject>
#include <QTranslator>

#include <memory>
#include <utility>
#include <vector>

namespace tidegate {

/// The language of the screen. English is the language of the source; the others are embedded.
class Language final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Language)

public:
    enum class Choice { System, English, Chinese };
    Q_ENUM(Choice)

    static Language& instance();

    /// Called once, after the application was made.
    void install(Choice choice);
    void setChoice(Choice choice);
    [[nodiscard]] Choice choice() const { return m_choice; }
    [[nodiscard]] bool isChinese() const { return m_chinese; }
    /// For numbers and dates in sentences.
    [[nodiscard]] QLocale locale() const;

Q_SIGNALS:
    /// All translators are in place; also when somebody else installed one.
    void changed();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    Language() = default;
    void apply();
    void load(const QString& name, const QString& folder);

    Choice m_choice = Choice::English;
    bool m_chinese = false;
    bool m_switching = false;
    std::vector<std::unique_ptr<QTranslator>> m_translators;
};

/// Hands the words to `take` now, and again whenever the language has changed.
template <typename Take>
void translated(QObject* owner, const Phrase& phrase, Take take)
{
    take(phrase.text());
    if (!phrase.isFixed())
        QObject::connect(&Language::instance(), &Language::changed, owner,
                         [phrase, take = std::move(take)] { take(phrase.text()); });
}

/// Does `apply` now, and again whenever the language has changed, as long as `owner` lives.
template <typename Apply>
void translated(QObject* owner, Apply apply)
{
    apply();
    QObject::connect(&Language::instance(), &Language::changed, owner, std::move(apply));
}

} // namespace tidegate
