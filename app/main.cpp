// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commandline.h"
#include "app/components/componentsheet.h"
#include "app/console.h"
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
    const QString pool = choosePool(*options, settings.lastPool());
    settings.setLastPool(pool);
    Console console(pool, AgentClient::local());
    console.pool()->setEnvironment(options->environment);
    MainWindow window(&console, &settings);
    if (!options->page.isEmpty())
        window.showPage(options->page, options->job);
    if (!options->screenshot.isEmpty())
        takePicture(window, console, options->screenshot);
    window.show();
    console.start();
    return QApplication::exec();
}
