// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/settings/appearanceform.h"

#include "models/language.h"
#include "widgets/components/formfield.h"
#include "widgets/components/segmentswitch.h"
#include "widgets/theme/theme.h"

#include <QComboBox>
#include <QVBoxLayout>

#include <array>

namespace tidegate {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr std::array scales{80, 90, 100, 110, 125, 150, 175, 200};
constexpr int editorWidth = 260;

QString colourWords(Theme::Choice choice)
{
    switch (choice) {
    case Theme::Choice::System:
        return AppearanceForm::tr("As the desktop");
    case Theme::Choice::Light:
        return AppearanceForm::tr("Light");
    case Theme::Choice::Dark:
        return AppearanceForm::tr("Dark");
    case Theme::Choice::ContrastLight:
        return AppearanceForm::tr("High contrast, dark on light");
    case Theme::Choice::ContrastDark:
        return AppearanceForm::tr("High contrast, light on dark");
    }
    return {};
}

QString languageWords(Language::Choice choice)
{
    // A language is named in itself, so that who can't read the present one finds it.
    return choice == Language::Choice::System    ? AppearanceForm::tr("As the desktop")
           : choice == Language::Choice::English ? u"English"_s
                                                 : u"简体中文"_s;
}

} // namespace

AppearanceForm::AppearanceForm(QWidget* parent)
    : QWidget(parent), m_colours(new QComboBox(this)), m_language(new QComboBox(this)),
      m_density(new SegmentSwitch(this)), m_scale(new QComboBox(this))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    makeColours();
    makeLanguage();
    makeDensity();
    makeScale();
    for (QComboBox* box : {m_colours, m_language, m_scale})
        box->setFixedWidth(editorWidth);
    column->addWidget(new FormField([] { return tr("Colours"); }, m_colours, this));
    column->addWidget(new FormField([] { return tr("Language"); }, m_language, this));
    column->addWidget(new FormField([] { return tr("Rows"); }, m_density, this));
    m_scaleField = new FormField([] { return tr("Size"); }, m_scale, this);
    column->addWidget(m_scaleField);
    translated(this, [this] {
        for (int row = 0; row < m_colours->count(); ++row)
            m_colours->setItemText(row, colourWords(static_cast<Theme::Choice>(m_colours->itemData(row).toInt())));
        for (int row = 0; row < m_language->count(); ++row)
            m_language->setItemText(row,
                                    languageWords(static_cast<Language::Choice>(m_language->itemData(row).toInt())));
        m_scaleField->setFact({}, tr("takes effect when the console starts again"));
    });
    connect(&Theme::instance(), &Theme::changed, this, &AppearanceForm::show);
    connect(&Language::instance(), &Language::changed, this, &AppearanceForm::show);
    show();
}

void AppearanceForm::makeColours()
{
    m_colours->setObjectName(u"settings.colours"_s);
    for (const auto choice : {Theme::Choice::System, Theme::Choice::Light, Theme::Choice::Dark,
                              Theme::Choice::ContrastLight, Theme::Choice::ContrastDark})
        m_colours->addItem(colourWords(choice), static_cast<int>(choice));
    connect(m_colours, &QComboBox::activated, this, [this](int row) {
        Theme::instance().setChoice(static_cast<Theme::Choice>(m_colours->itemData(row).toInt()));
    });
}

void AppearanceForm::makeLanguage()
{
    m_language->setObjectName(u"settings.language"_s);
    for (const auto choice : {Language::Choice::System, Language::Choice::English, Language::Choice::Chinese})
        m_language->addItem(languageWords(choice), static_cast<int>(choice));
    connect(m_language, &QComboBox::activated, this, [this](int row) {
        Language::instance().setChoice(static_cast<Language::Choice>(m_language->itemData(row).toInt()));
    });
}

void AppearanceForm::makeDensity()
{
    m_density->setObjectName(u"settings.density"_s);
    m_density->addChoice(u"comfortable"_s, [] { return tr("Comfortable"); });
    m_density->addChoice(u"compact"_s, [] { return tr("Compact"); });
    connect(m_density, &SegmentSwitch::currentChanged, this, [](const QString& id) {
        Theme::instance().setDensity(id == u"compact" ? Theme::Density::Compact : Theme::Density::Comfortable);
    });
}

void AppearanceForm::makeScale()
{
    m_scale->setObjectName(u"settings.scale"_s);
    for (const int percent : scales)
        m_scale->addItem(u"%1 %"_s.arg(percent), percent);
    connect(m_scale, &QComboBox::activated, this,
            [this](int row) { Q_EMIT scaleChosen(m_scale->itemData(row).toInt()); });
}

void AppearanceForm::setScale(int percent)
{
    m_scale->setCurrentIndex(std::max(0, m_scale->findData(percent)));
}

QWidget* AppearanceForm::first() const
{
    return m_colours;
}

void AppearanceForm::show()
{
    const Theme& theme = Theme::instance();
    m_colours->setCurrentIndex(m_colours->findData(static_cast<int>(theme.choice())));
    m_language->setCurrentIndex(m_language->findData(static_cast<int>(Language::instance().choice())));
    m_density->setCurrent(theme.density() == Theme::Density::Compact ? u"compact"_s : u"comfortable"_s);
}

} // namespace tidegate
