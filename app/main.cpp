// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commandline.h"
#include "app/components/componentsheet.h"
#include "app/desk.h"
#include "app/mainwindow.h"
#include "app/picture.h"
#include "app/settings.h"
#include "models/language.h"
#include "models/qtconvert.h"

#include <QApplication>
#include <QTextStream>

#include <algorithm>

using namespace tidegate;
using namespace Qt::Literals::StringLiterals;

namespace {

/// Help and version need no screen; QApplication ends the program where there is none.
bool isAnsweredWithoutScreen(int argc, char* argv[])
{
    if (std::none_of(argv, argv + argc, isQuestion))
        return false;
    const QCoreApplication application(argc, argv);
    QTextStream(stdout) << answerTo(QCoreApplication::arguments());
    return true;
}

} // namespace

int main(int argc, char* argv[])
{
    QCoreApplication::setApplicationName(u"tidegate"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(TIDEGATE_VERSION));
    if (isAnsweredWithoutScreen(argc, argv))
        return 0;
    Settings settings;
    // Read by Qt once, before there is a screen.
    if (!qEnvironmentVariableIsSet("QT_SCALE_FACTOR"))
        qputenv("QT_SCALE_FACTOR", QByteArray::number(settings.scale() / 100.0));
    QApplication application(argc, argv);
    QApplication::setDesktopFileName(u"tidegate"_s);
    const auto options = parseCommandLine(QApplication::arguments());
    if (!options) {
        QTextStream(stderr) << toQt(options.error().message) << u"; "_s << toQt(options.error().hint) << Qt::endl;
        return exitCode(options.error());
    }
    Language::instance().install(options->language.value_or(settings.language()));
    Theme::instance().install();
    Theme::instance().setDensity(settings.density());
    Theme::instance().setChoice(options->theme.value_or(settings.theme()));
    if (options->components) {
        const auto sheet = makeComponentSheet();
        sheet->show();
        return QApplication::exec();
    }
    Desk desk(&settings);
    desk.open(choosePool(*options, settings.lastPool()), *options);
    if (!options->screenshot.isEmpty())
        takePicture(*desk.window(), *desk.console(), options->screenshot);
    desk.window()->show();
    desk.start();
    return QApplication::exec();
}
