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

using namespace tidegate;
using namespace Qt::Literals::StringLiterals;

int main(int argc, char* argv[])
{
    QCoreApplication::setApplicationName(u"tidegate"_s);
    Settings settings;
    // Read by Qt once, before there is a screen.
    if (!qEnvironmentVariableIsSet("QT_SCALE_FACTOR"))
        qputenv("QT_SCALE_FACTOR", QByteArray::number(settings.scale() / 100.0));
    QApplication application(argc, argv);
    QApplication::setApplicationVersion(QStringLiteral(TIDEGATE_VERSION));
    QApplication::setDesktopFileName(u"tidegate"_s);
    const QStringList arguments = QApplication::arguments();
    if (arguments.contains(u"--help"_s) || arguments.contains(u"-h"_s)) {
        QTextStream(stdout) << commandLineHelp();
        return 0;
    }
    const auto options = parseCommandLine(arguments);
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
