// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/windowlook.h"

#include "app/settings.h"
#include "models/language.h"
#include "widgets/theme/theme.h"

#include <QAbstractItemView>

namespace tidegate {

WindowLook::WindowLook(QWidget* window, Settings* settings) : QObject(window), m_window(window)
{
    connect(&Theme::instance(), &Theme::changed, this, [this, settings] {
        settings->setTheme(Theme::instance().choice());
        settings->setDensity(Theme::instance().density());
        layOutAgain();
    });
    connect(&Language::instance(), &Language::changed, this, [this, settings] {
        settings->setLanguage(Language::instance().choice());
        layOutAgain();
    });
}

void WindowLook::layOutAgain()
{
    // What is painted asks for its words and sizes again; views ask their delegates.
    for (QWidget* widget : m_window->findChildren<QWidget*>()) {
        if (auto* view = qobject_cast<QAbstractItemView*>(widget))
            view->doItemsLayout();
        widget->updateGeometry();
        widget->update();
    }
}

void WindowLook::nextTheme()
{
    Theme& theme = Theme::instance();
    const Theme::Choice next = theme.choice() == Theme::Choice::System  ? Theme::Choice::Light
                               : theme.choice() == Theme::Choice::Light ? Theme::Choice::Dark
                                                                        : Theme::Choice::System;
    theme.setChoice(next);
}

} // namespace tidegate
