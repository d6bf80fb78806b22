// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/phrase.h"
#include "widgets/theme/tokens.h"

#include <QFont>
#include <QLabel>

namespace tidegate {

/// Place in the type scale.
struct TextRole
{
    int pixels = 13;
    int weight = QFont::Normal;
    Token color = Token::Text;
    bool mono = false;
};

/// A label by its role in the type scale. Follows the theme.
class TextLabel final : public QLabel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TextLabel)

public:
    using Role = TextRole;
    static constexpr Role title{18, 650, Token::Text};
    static constexpr Role object{16, 650, Token::Text, true};
    static constexpr Role section{13, 650, Token::Text};
    static constexpr Role body{13, QFont::Normal, Token::Text};
    static constexpr Role field{13, QFont::Normal, Token::Text2};
    static constexpr Role note{12, QFont::Normal, Token::Text2};
    static constexpr Role age{12, QFont::Normal, Token::Text3};
    static constexpr Role data{12, QFont::Normal, Token::Text, true};

    explicit TextLabel(Role role, QWidget* parent = nullptr) : TextLabel(role, {}, parent) {}
    TextLabel(Role role, const Phrase& text, QWidget* parent = nullptr);

    void setRole(Role role);
    void setText(const Phrase& text);
    /// Ends in dots where there is no room, and tells the whole text as a tooltip.
    void setElided(bool elided);
    [[nodiscard]] bool isElided() const { return m_elided; }

    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void restyle();

    Role m_role;
    Phrase m_phrase;
    bool m_elided = false;
};

} // namespace tidegate
