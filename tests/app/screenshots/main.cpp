// SPDX-License-Identifier: GPL-3.0-or-later
// Paints every page, light and dark, large and small, in both languages and the states that matter, into a folder.
#include "app/components/componentsheet.h"
#include "models/language.h"
#include "overviewscenes.h"
#include "stage.h"
#include "widgets/components/sheet.h"

#include <QApplication>
#include <QDir>
#include <QFile>
#include <QPainter>
#include <QPixmap>
#include <QTextStream>

#include <functional>

using namespace tidegate;
using namespace Qt::Literals::StringLiterals;

namespace {

struct Scene
{
    QString name;
    QString page;
    bool withJobs = true;
    std::function<void(Stage&)> play = {};
    Stage::Prepare prepare = {};
};

QList<Scene> scenes()
{
    return {{u"00-overview-empty"_s, u"overview"_s, false},
            {u"00-overview-loading"_s, u"overview"_s, true, {}, prepareWaiting},
            {u"01-overview"_s, u"overview"_s, true, {}, prepareShop},
            {u"01-overview-open"_s, u"overview"_s, true, openFold, prepareShop},
            {u"01-overview-quiet"_s, u"overview"_s, true, {}, prepareQuiet},
            {u"01-overview-error"_s, u"overview"_s, true, {}, prepareError},
            {u"01-overview-stale"_s, u"overview"_s, true, loseAgent, prepareShop},
            {u"01-jobs-empty"_s, u"jobs"_s, false},
            {u"02-jobs"_s, u"jobs"_s},
            {u"03-jobs-error"_s, u"jobs"_s, true, [](Stage& stage) { stage.edit("watermark.lag", "2"); }},
            {u"02-jobs-explained"_s, u"jobs"_s, true, [](Stage& stage) { stage.trigger(u"jobs.explain"_s); }},
            {u"02-jobs-diff"_s, u"jobs"_s, true,
             [](Stage& stage) {
                 stage.edit("source.where", "t.line_no > 0");
                 stage.press(u"diff"_s);
             }},
            {u"02-jobs-unfolded"_s, u"jobs"_s, true,
             [](Stage& stage) {
                 stage.press(u"section.columns"_s);
                 stage.press(u"list.addMissing"_s);
                 stage.press(u"previewWatermark"_s);
             }},
            {u"02-jobs-new"_s, u"jobs"_s, true, [](Stage& stage) { stage.trigger(u"jobs.new"_s); }},
            {u"03-jobs-both"_s, u"jobs"_s, true,
             [](Stage& stage) {
                 stage.edit("watermark.lag", "2");
                 stage.press(u"both"_s);
             }},
            {u"04-monitor-empty"_s, u"monitor"_s, false},
            {u"05-monitor-idle"_s, u"monitor"_s},
            {u"06-monitor-running"_s, u"monitor"_s, true, [](Stage& stage) { stage.showRunning(); }},
            {u"07-monitor-ended"_s, u"monitor"_s, true, [](Stage& stage) { stage.showEnded(); }},
            {u"08-monitor-failed"_s, u"monitor"_s, true, [](Stage& stage) { stage.showFailed(); }},
            {u"09-monitor-takeover"_s, u"monitor"_s, true, [](Stage& stage) { stage.showBusy(); }},
            {u"10-monitor-dryrun"_s, u"monitor"_s, true, [](Stage& stage) { stage.showDryRun(); }},
            {u"11-monitor-stale"_s, u"monitor"_s, true, [](Stage& stage) { stage.showStale(); }},
            {u"15-monitor-lost"_s, u"monitor"_s, true, [](Stage& stage) { stage.showAgentLost(); }},
            {u"16-monitor-day"_s, u"monitor"_s, true, [](Stage& stage) { stage.chooseRange(u"24h"_s); }},
            {u"13-settings"_s, u"settings"_s},
            {u"14-palette"_s, u"monitor"_s, true,
             [](Stage& stage) { stage.window().search(MainWindow::Search::Everything); }}};
}

bool save(const QDir& folder, const QString& name, const QPixmap& picture, QStringList& names)
{
    names << name + u".png"_s;
    return picture.save(folder.filePath(names.last()));
}

/// The window as one sees it: with the sheet that is open over it.
QPixmap pictureOf(MainWindow& window)
{
    QPixmap picture = window.grab();
    for (Sheet* sheet : window.findChildren<Sheet*>()) {
        if (!sheet->isVisible())
            continue;
        QPainter painter(&picture);
        painter.drawPixmap(window.mapFromGlobal(sheet->pos()), sheet->grab());
    }
    return picture;
}

bool paintScene(const Scene& scene, const QDir& folder, const QString& theme, QStringList& names)
{
    Stage stage(scene.withJobs, scene.prepare);
    stage.window().showPage(scene.page, scene.withJobs && scene.page != u"overview" ? u"order_item"_s : QString());
    stage.settle();
    if (scene.play)
        scene.play(stage);
    bool done = true;
    for (const QSize size : {QSize(1440, 900), QSize(1024, 700)}) {
        stage.window().resize(size);
        stage.settle();
        const QString suffix = size.width() < 1200 ? u"-small"_s : QString();
        done = save(folder, scene.name + theme + suffix, pictureOf(stage.window()), names) && done;
    }
    return done;
}

bool paintFirstRun(const QDir& folder, const QString& theme, QStringList& names)
{
    struct Way
    {
        QString name;
        QString tried;
        QStringList recent;
    };
    const QStringList recent{u"/srv/pools/acme-retail"_s, u"/srv/pools/华联超市"_s, u"/srv/pools/staging/north"_s};
    bool done = true;
    for (const Way& way : {Way{u"11-first-run"_s, {}, {}}, Way{u"11-first-run-recent"_s, {}, recent},
                           Way{u"11-first-run-error"_s, u"/usr/share"_s, recent}}) {
        const auto stage = Stage::withoutPool(way.tried, way.recent);
        for (const QSize size : {QSize(1440, 900), QSize(1024, 700)}) {
            stage->window().resize(size);
            stage->settle();
            const QString suffix = size.width() < 1200 ? u"-small"_s : QString();
            done = save(folder, way.name + theme + suffix, stage->window().grab(), names) && done;
        }
    }
    return done;
}

bool paintAll(const QDir& folder, const QString& language, const QString& only, QStringList& names)
{
    bool done = true;
    for (const Theme::Choice choice : {Theme::Choice::Light, Theme::Choice::Dark}) {
        Theme::instance().setChoice(choice);
        const QString theme = language + (choice == Theme::Choice::Dark ? u"-dark"_s : QString());
        for (const Scene& scene : scenes()) {
            if ((scene.name + theme).contains(only))
                done = paintScene(scene, folder, theme, names) && done;
        }
        if ((u"11-first-run"_s + theme).contains(only))
            done = paintFirstRun(folder, theme, names) && done;
        const auto sheet = makeComponentSheet();
        done = save(folder, u"12-components"_s + theme, sheet->grab(), names) && done;
    }
    return done;
}

bool writeIndex(const QDir& folder, const QStringList& names)
{
    QFile file(folder.filePath(u"index.html"_s));
    if (!file.open(QIODevice::WriteOnly))
        return false;
    QTextStream out(&file);
    out << "<!doctype html><meta charset=utf-8><title>Tidegate</title><style>body{font:14px "
           "sans-serif;margin:24px}img{max-width:100%;"
           "border:1px solid #ccc}</style>\n";
    for (const QString& name : names)
        out << "<h2>" << name << "</h2><img src=\"" << name << "\" alt=\"" << name << "\">\n";
    return true;
}

} // namespace

int main(int argc, char* argv[])
{
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application(argc, argv);
    QApplication::setApplicationName(u"tidegate"_s);
    const QString target = QApplication::arguments().value(1);
    if (target.isEmpty() || !QDir().mkpath(target)) {
        QTextStream(stderr) << "usage: tidegate_screenshots DIR [PART-OF-A-NAME]\n";
        return 2;
    }
    const QDir folder(target);
    const QString only = QApplication::arguments().value(2);
    Theme::instance().install();
    Language::instance().install(Language::Choice::English);
    QStringList names;
    bool done = true;
    for (const Language::Choice language : {Language::Choice::English, Language::Choice::Chinese}) {
        Language::instance().setChoice(language);
        done = paintAll(folder, Language::instance().isChinese() ? u"-zh"_s : QString(), only, names) && done;
    }
    names.sort();
    QTextStream(stdout) << names.size() << " pictures in " << target << ", see index.html\n";
    return writeIndex(folder, names) && done ? 0 : 1;
}
