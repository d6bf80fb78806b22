// SPDX-License-Identifier: GPL-3.0-or-later
// Paints every page, light and dark, large and small, in both languages and the states that matter, into a folder.
#include "app/components/componentsheet.h"
#include "models/language.h"
#include "overviewscenes.h"
#include "stage.h"
#include "windowpicture.h"

#include <QApplication>
#include <QDir>
#include <QFile>
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

/// Where the pictures go, which are wanted, and how large.
struct Wish
{
    QDir folder;
    QString part;
    QList<QSize> sizes{{1440, 900}, {1024, 700}};
};

QString suffixOf(const QSize& size)
{
    if (size == QSize(1440, 900))
        return {};
    return size == QSize(1024, 700) ? u"-small"_s : u"-%1x%2"_s.arg(size.width()).arg(size.height());
}

bool save(const QDir& folder, const QString& name, const QPixmap& picture, QStringList& names)
{
    names << name + u".png"_s;
    return picture.save(folder.filePath(names.last()));
}

bool paintScene(const Scene& scene, const Wish& wish, const QString& theme, QStringList& names)
{
    Stage stage(scene.withJobs, scene.prepare);
    stage.window().showPage(scene.page, scene.withJobs && scene.page != u"overview" ? u"order_item"_s : QString());
    stage.settle();
    if (scene.play)
        scene.play(stage);
    bool done = true;
    for (const QSize& size : wish.sizes) {
        stage.window().resize(size);
        stage.settle();
        const QString name = scene.name + theme + suffixOf(size);
        done = save(wish.folder, name, windowPicture(stage.window()), names) && done;
    }
    return done;
}

bool paintFirstRun(const Wish& wish, const QString& theme, QStringList& names)
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
        for (const QSize& size : wish.sizes) {
            stage->window().resize(size);
            stage->settle();
            done = save(wish.folder, way.name + theme + suffixOf(size), stage->window().grab(), names) && done;
        }
    }
    return done;
}

bool paintAll(const Wish& wish, const QString& language, QStringList& names)
{
    bool done = true;
    for (const Theme::Choice choice : {Theme::Choice::Light, Theme::Choice::Dark}) {
        Theme::instance().setChoice(choice);
        const QString theme = language + (choice == Theme::Choice::Dark ? u"-dark"_s : QString());
        for (const Scene& scene : scenes()) {
            if ((scene.name + theme).contains(wish.part))
                done = paintScene(scene, wish, theme, names) && done;
        }
        if ((u"11-first-run"_s + theme).contains(wish.part))
            done = paintFirstRun(wish, theme, names) && done;
        if ((u"12-components"_s + theme).contains(wish.part))
            done = save(wish.folder, u"12-components"_s + theme, makeComponentSheet()->grab(), names) && done;
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
        QTextStream(stderr) << "usage: tidegate_screenshots DIR [PART-OF-A-NAME [WIDTHxHEIGHT]]\n";
        return 2;
    }
    Wish wish{.folder = QDir(target), .part = QApplication::arguments().value(2)};
    if (const auto size = QApplication::arguments().value(3).split(u'x'); size.size() == 2)
        wish.sizes = {QSize(size.first().toInt(), size.last().toInt())};
    Theme::instance().install();
    Language::instance().install(Language::Choice::English);
    QStringList names;
    bool done = true;
    for (const Language::Choice language : {Language::Choice::English, Language::Choice::Chinese}) {
        Language::instance().setChoice(language);
        done = paintAll(wish, Language::instance().isChinese() ? u"-zh"_s : QString(), names) && done;
    }
    names.sort();
    QTextStream(stdout) << names.size() << " pictures in " << target << ", see index.html\n";
    return writeIndex(wish.folder, names) && done ? 0 : 1;
}
