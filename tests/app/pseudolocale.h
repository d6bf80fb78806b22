// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTranslator>

namespace tidegate {

/// A language that can be read and shows what was forgotten: every word that went through tr() stands in brackets, has
/// accents, and is 40 % longer.
class PseudoLocale final : public QTranslator
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PseudoLocale)

public:
    using QTranslator::QTranslator;

    [[nodiscard]] QString translate(const char* context, const char* source, const char* disambiguation,
                                    int number) const override;
    [[nodiscard]] bool isEmpty() const override { return false; }

    /// Whether a text came from here.
    [[nodiscard]] static bool made(const QString& text) { return text.contains(u'⟦'); }
};

} // namespace tidegate
