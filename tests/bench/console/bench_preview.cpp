// SPDX-License-Identifier: GPL-3.0-or-later
// A job with 200 columns: how long it takes from a key in a field to the painted SQL. The catalogue comes from an agent
// in this process: it is read once and is no part of a keystroke. Exit: 0 bar met, 1 missed, 2 no SQL was shown.
#include "app/console.h"
#include "app/mainwindow.h"
#include "app/settings.h"
#include "cataloguetext.h"
#include "fakeagent.h"
#include "pooltext.h"
#include "report.h"
#include "widgets/editor/sqleditor.h"
#include "widgets/page.h"
#include "widgets/theme/theme.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QLineEdit>
#include <QTemporaryDir>
#include <QTest>

#include <iostream>

using namespace tidegate;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr double bar = 0.05;
constexpr int columns = 200;
constexpr int keys = 51;

nlohmann::json wideInputs()
{
    std::vector<std::pair<std::string, std::string>> all{
        {"item_id", "bigint"}, {"order_id", "bigint"}, {"channel", "text"}, {"updated_at", "timestamp with time zone"}};
    for (int i = static_cast<int>(all.size()); i < columns; ++i)
        all.emplace_back("column_" + std::to_string(i), i % 3 == 0 ? "numeric(18,2)" : "text");
    auto inputs = orderItemInputs();
    inputs["source"] = toJson(tableOf("sales", "order_item", all, {"item_id"}));
    return inputs;
}

class PaintWatch final : public QObject
{
public:
    explicit PaintWatch(QWidget* widget) { widget->installEventFilter(this); }
    bool painted = false;

protected:
    bool eventFilter(QObject*, QEvent* event) override
    {
        painted = painted || event->type() == QEvent::Paint;
        return false;
    }
};

/// The end of the text, where the predicates are, so that a change is one that is seen.
void showEnd(SqlEditor* editor)
{
    editor->ensureLineVisible(editor->lines() - 1);
}

/// Seconds, one per key; empty when the SQL did not come.
std::vector<double> keystrokes()
{
    const PoolFolder folder(smallPool());
    const QTemporaryDir home;
    Settings settings(home.filePath(u"settings.ini"_s));
    FakeAgent agent;
    agent.on("catalogue.inputs", [](const auto&) { return wideInputs(); });
    agent.on("ledger.read", [](const auto&) { return nlohmann::json{{"rows", nlohmann::json::array()}}; });
    Console console(QString::fromStdString(folder.root().string()),
                    std::make_unique<AgentClient>(agent.makeTransport()));
    MainWindow window(&console, &settings);
    window.resize(1440, 900);
    window.show();
    console.start();
    auto* editor = window.findChild<SqlEditor*>(u"sqlPreview"_s);
    if (!QTest::qWaitFor([&] { return console.pool()->pool() != nullptr; }, 30'000))
        return {};
    window.showPage(u"jobs"_s, u"order_item"_s);
    if (!QTest::qWaitFor([&] { return editor->lines() > columns / 4; }, 30'000))
        return {};
    auto* field = window.findChild<QLineEdit*>(u"field.source.where"_s);
    field->setFocus();
    field->setText({});
    QTest::keyClicks(field, u"t.channel = 'a"_s);
    QTest::keyClicks(field, u"'"_s);
    showEnd(editor);
    field->setCursorPosition(static_cast<int>(field->text().size()) - 1);
    PaintWatch watch(editor->viewport());
    std::vector<double> seconds;
    for (int key = 0; key < keys; ++key) {
        QCoreApplication::processEvents();
        watch.painted = false;
        QElapsedTimer timer;
        timer.start();
        QTest::keyClick(field, static_cast<Qt::Key>(Qt::Key_A + key % 26));
        while (!watch.painted && timer.elapsed() < 5000)
            QCoreApplication::processEvents(QEventLoop::AllEvents);
        seconds.push_back(static_cast<double>(timer.nsecsElapsed()) / 1e9);
    }
    const bool shown = editor->text().contains(field->text().mid(12));
    return shown ? seconds : std::vector<double>();
}

} // namespace

int main(int argc, char* argv[])
{
    QApplication application(argc, argv);
    Theme::instance().install();
    const auto seconds = keystrokes();
    if (seconds.empty()) {
        std::cerr << "the console showed no SQL" << std::endl;
        return 2;
    }
    const nlohmann::json details{
        {"columns", columns}, {"keys", keys}, {"slowest", quantile(seconds, 1)}, {"what", "key to painted SQL"}};
    return report("preview", quantile(seconds, 0.5), bar, "s", details) ? 0 : 1;
}
