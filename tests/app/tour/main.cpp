// SPDX-License-Identifier: GPL-3.0-or-later
// A day with the console on a pool of the demo, one picture per step: ./dev tour.
#include "album.h"
#include "app/desk.h"
#include "app/mainwindow.h"
#include "app/settings.h"
#include "day.h"
#include "models/language.h"
#include "widgets/theme/theme.h"
#include "windowpicture.h"

#include <QApplication>
#include <QTemporaryDir>
#include <QTest>
#include <QTextStream>

using namespace tidegate;
using namespace Qt::Literals::StringLiterals;

int main(int argc, char** argv)
{
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    const QTemporaryDir home;
    for (const char* folder : {"XDG_STATE_HOME", "XDG_CACHE_HOME", "XDG_CONFIG_HOME"})
        qputenv(folder, home.filePath(QString::fromLatin1(folder)).toUtf8());
    const QApplication application(argc, argv);
    QApplication::setApplicationName(u"tidegate"_s);
    const QString pool = QApplication::arguments().value(1);
    const QString folder = QApplication::arguments().value(2);
    if (folder.isEmpty() || !QDir().mkpath(folder)) {
        QTextStream(stderr) << "usage: tidegate_tour POOL DIR\n";
        return 2;
    }
    Language::instance().install(Language::Choice::English);
    Theme::instance().install();
    Theme::instance().setChoice(Theme::Choice::Light);
    Settings settings(home.filePath(u"console.ini"_s));
    settings.setLastPage(u"overview"_s);
    Desk desk(&settings);
    desk.open(pool);
    desk.window()->resize(1400, 840);
    desk.window()->show();
    desk.start();
    if (!QTest::qWaitForWindowActive(desk.window()))
        return 1;
    Album album(folder);
    const bool done = Day(desk.console(), desk.window(), &album).live() && album.finish();
    if (!done)
        windowPicture(*desk.window()).save(QDir(folder).filePath(u"went-wrong.png"_s));
    QTextStream(stdout) << album.size() << " pictures in " << folder
                        << (done ? "" : ", then something went wrong: went-wrong.png") << '\n';
    return done ? 0 : 1;
}
