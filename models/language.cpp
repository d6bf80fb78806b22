// SPDX-License-Identifier: Apache-2.0
#include "models/language.h"

#include <QCoreApplication>
#include <QEvent>
#include <QLibraryInfo>

namespace tidegate {

using namespace Qt::Literals::StringLiterals;

Language& Language::instance()
{
    static Language language;
    return language;
}

void Language::install(Choice choice)
{
    QCoreApplication::instance()->installEventFilter(this);
    m_choice = choice;
    apply();
}

void Language::setChoice(Choice choice)
{
    if (m_choice == choice)
        return;
    m_choice = choice;
    apply();
}

QLocale Language::locale() const
{
    return m_chinese ? QLocale(QLocale::Chinese, QLocale::China) : QLocale(QLocale::English, QLocale::UnitedStates);
}

void Language::apply()
{
    const bool system = m_choice == Choice::System;
    m_chinese = m_choice == Choice::Chinese || (system && QLocale::system().language() == QLocale::Chinese);
    m_switching = true;
    m_translators.clear(); // a translator takes itself out
    if (m_chinese)         // Without Qt's own words a context menu of an input stays English.
        load(u"qtbase_zh_CN"_s, QLibraryInfo::path(QLibraryInfo::TranslationsPath));
    load(m_chinese ? u"tidegate_zh_CN"_s : u"tidegate_en"_s, u":/i18n"_s); // of English only the plurals
    QLocale::setDefault(locale());
    m_switching = false;
    Q_EMIT changed();
}

void Language::load(const QString& name, const QString& folder)
{
    auto translator = std::make_unique<QTranslator>();
    if (translator->load(name, folder) && QCoreApplication::installTranslator(translator.get()))
        m_translators.push_back(std::move(translator));
}

bool Language::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::LanguageChange && watched == QCoreApplication::instance() && !m_switching)
        Q_EMIT changed();
    return QObject::eventFilter(watched, event);
}

} // namespace tidegate
