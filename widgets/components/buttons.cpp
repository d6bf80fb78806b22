// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/components/buttons.h"

#include "models/language.h"
#include "widgets/theme/icons.h"
#include "widgets/theme/theme.h"

#include <QAction>
#include <QStyle>

namespace tidegate {

using namespace Qt::Literals::StringLiterals;

namespace {

QString roleName(ButtonRole role)
{
    switch (role) {
    case ButtonRole::Plain:
        return u"plain"_s;
    case ButtonRole::Primary:
        return u"primary"_s;
    case ButtonRole::Danger:
        return u"danger"_s;
    case ButtonRole::Link:
        return u"link"_s;
    case ButtonRole::Icon:
        return u"icon"_s;
    }
    return {};
}

void setWeight(QPushButton* button)
{
    const QString role = button->property("role").toString();
    const bool strong = role == u"primary" || role == u"danger";
    button->setFont(Theme::instance().sans(13, strong ? 600 : 500));
}

Token iconColor(ButtonRole role)
{
    switch (role) {
    case ButtonRole::Primary:
        return Token::OnAccent;
    case ButtonRole::Danger:
        return Token::OnProduction;
    case ButtonRole::Link:
        return Token::Accent;
    default:
        return Token::Text2;
    }
}

void followAction(QPushButton* button, QAction* action, ButtonRole role)
{
    const auto follow = [button, action, role] {
        if (role != ButtonRole::Icon)
            button->setText(action->text());
        button->setToolTip(action->toolTip());
        button->setAccessibleName(action->iconText());
        button->setAccessibleDescription(action->statusTip());
        button->setEnabled(action->isEnabled());
        button->setVisible(action->isVisible());
    };
    QObject::connect(action, &QAction::changed, button, follow);
    QObject::connect(button, &QPushButton::clicked, action, &QAction::trigger);
    follow();
}

} // namespace

QPushButton* makeButton(ButtonRole role, const QString& name, const Phrase& text, QWidget* parent)
{
    auto* button = new QPushButton(parent);
    translated(button, text, [button](const QString& words) { button->setText(words); });
    button->setObjectName(name);
    button->setFocusPolicy(Qt::TabFocus);
    button->setAutoDefault(false);
    if (role == ButtonRole::Link)
        button->setCursor(Qt::PointingHandCursor);
    setButtonRole(button, role);
    QObject::connect(&Theme::instance(), &Theme::changed, button, [button] { setWeight(button); });
    return button;
}

QPushButton* makeIconButton(const QString& name, const QString& picture, const Phrase& meaning, QWidget* parent)
{
    QPushButton* button = makeButton(ButtonRole::Icon, name, {}, parent);
    button->setIcon(icon(picture));
    translated(button, meaning, [button](const QString& words) {
        button->setToolTip(words);
        button->setAccessibleName(words);
    });
    return button;
}

QPushButton* makeActionButton(ButtonRole role, QAction* action, QWidget* parent)
{
    QPushButton* button = makeButton(role, action->objectName() + u".button"_s, {}, parent);
    const QString picture = action->property("iconName").toString();
    if (!picture.isEmpty())
        button->setIcon(icon(picture, iconColor(role)));
    followAction(button, action, role);
    return button;
}

void setButtonRole(QPushButton* button, ButtonRole role)
{
    button->setProperty("role", roleName(role));
    setWeight(button);
    button->setIconSize({16, 16});
    button->style()->unpolish(button);
    button->style()->polish(button);
}

} // namespace tidegate
