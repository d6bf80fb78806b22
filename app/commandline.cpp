// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commandline.h"

#include "models/qtconvert.h"
#include "pool/pool.h"

#include <QCommandLineParser>
#include <QDir>

#include <algorithm>
#include <array>
#include <utility>

namespace tidegate {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr std::array<std::pair<const char*, Theme::Choice>, 5> themes{{{"system", Theme::Choice::System},
                                                                       {"light", Theme::Choice::Light},
                                                                       {"dark", Theme::Choice::Dark},
                                                                       {"contrast-light", Theme::Choice::ContrastLight},
                                                                       {"contrast-dark", Theme::Choice::ContrastDark}}};
constexpr std::array<std::pair<const char*, Language::Choice>, 3> languages{
    {{"system", Language::Choice::System}, {"en", Language::Choice::English}, {"zh", Language::Choice::Chinese}}};

template <typename Table>
auto named(const Table& table, const QString& name)
{
    std::optional<typename Table::value_type::second_type> found;
    for (const auto& [word, value] : table) {
        if (name == QLatin1StringView(word))
            found = value;
    }
    return found;
}

void describe(QCommandLineParser& parser)
{
    parser.setApplicationDescription(u"Exactly-once sync console for Greenplum and PostgreSQL"_s);
    parser.addHelpOption();
    parser.addVersionOption();
    parser.addPositionalArgument(u"pool"_s, u"Folder of a pool."_s, u"[POOL]"_s);
    parser.addOptions({
        {u"pool"_s, u"Folder of a pool."_s, u"DIR"_s},
        {u"env"_s, u"Environment to work in."_s, u"ENV"_s},
        {u"page"_s, u"Page to start on: overview, jobs, monitor."_s, u"PAGE"_s},
        {u"job"_s, u"Job to show."_s, u"JOB"_s},
        {u"theme"_s, u"system, light, dark, contrast-light, contrast-dark."_s, u"THEME"_s},
        {u"language"_s, u"system, en, zh."_s, u"LANGUAGE"_s},
        {u"components"_s, u"Show every component in its states."_s},
        {u"screenshot"_s, u"Write a picture of the window and end."_s, u"FILE"_s},
    });
}

} // namespace

Result<LaunchOptions> parseCommandLine(const QStringList& arguments)
{
    QCommandLineParser parser;
    describe(parser);
    if (!parser.parse(arguments))
        return Error{ErrorCode::Usage, toStd(parser.errorText()), "see tidegate --help"};
    LaunchOptions options;
    options.pool = parser.isSet(u"pool"_s) ? parser.value(u"pool"_s) : parser.positionalArguments().value(0);
    options.environment = parser.value(u"env"_s);
    options.page = parser.value(u"page"_s);
    options.job = parser.value(u"job"_s);
    options.components = parser.isSet(u"components"_s);
    options.screenshot = parser.value(u"screenshot"_s);
    if (const QString theme = parser.value(u"theme"_s); !theme.isEmpty()) {
        options.theme = named(themes, theme);
        if (!options.theme)
            return Error{ErrorCode::Usage, toStd(u"unknown theme: "_s + theme),
                         "say system, light, dark, contrast-light or contrast-dark"};
    }
    if (const QString language = parser.value(u"language"_s); !language.isEmpty()) {
        options.language = named(languages, language);
        if (!options.language)
            return Error{ErrorCode::Usage, toStd(u"unknown language: "_s + language), "say system, en or zh"};
    }
    return options;
}

QString choosePool(const LaunchOptions& options, const QString& lastPool)
{
    const QString start = options.pool.isEmpty() ? QDir::currentPath() : QDir(options.pool).absolutePath();
    if (const auto root = findPoolRoot(toStd(start)))
        return toQt(root->string());
    return options.pool.isEmpty() ? lastPool : start;
}

bool isQuestion(std::string_view argument)
{
    return argument == "--help" || argument == "-h" || argument == "--version" || argument == "-v";
}

QString answerTo(const QStringList& arguments)
{
    const auto question = std::ranges::find_if(arguments, [](const QString& word) { return isQuestion(toStd(word)); });
    if (question != arguments.end() && question->contains(u"-v"))
        return u"%1 %2\n"_s.arg(QCoreApplication::applicationName(), QCoreApplication::applicationVersion());
    QCommandLineParser parser;
    describe(parser);
    return parser.helpText();
}

} // namespace tidegate
