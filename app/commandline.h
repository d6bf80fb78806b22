// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "models/language.h"
#include "widgets/theme/theme.h"

#include <QString>
#include <QStringList>

#include <optional>
#include <string_view>

namespace tidegate {

/// What `tidegate` was asked for.
struct LaunchOptions
{
    QString pool; ///< as given; empty: the enclosing one, or the last one
    QString environment;
    QString page;
    QString job;
    std::optional<Theme::Choice> theme;
    std::optional<Language::Choice> language;
    bool components = false; ///< the sheet of all components instead of the console
    QString screenshot;      ///< file to write a picture to, then end
};

Result<LaunchOptions> parseCommandLine(const QStringList& arguments);
/// The folder to work on: what was given, else the pool around the working folder, else the last one, else none.
QString choosePool(const LaunchOptions& options, const QString& lastPool);
/// One of --help, -h, --version, -v.
bool isQuestion(std::string_view argument);
/// What is printed for the first question among the arguments. An application object has to be there, but no screen.
QString answerTo(const QStringList& arguments);

} // namespace tidegate
