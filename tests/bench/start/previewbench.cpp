// SPDX-License-Identifier: GPL-3.0-or-later
#include "previewbench.h"

#include "app/console.h"
#include "app/mainwindow.h"
#include "app/settings.h"
#include "cataloguetext.h"
#include "fakeagent.h"
#include "pooltext.h"
#include "widgets/editor/sqleditor.h"
#include "widgets/page.h"
#include "widgets/theme/theme.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QLineEdit>
#include <QTemporaryDir>
#include <QTest>

namespace tidegate {

using namespace Qt::Literals::StringLiterals;

namespace {

nlohmann::json wideInputs(int columns)
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

} // namespace

std::vector<double> measureKeystrokes(int columns, int keys)
{
    const PoolFolder folder(smallPool());
    const QTemporaryDir home;
    Settings settings(home.filePath(u"settings.ini"_s));
    FakeAgent agent;
    agent.on("catalogue.inputs", [columns](const auto&) { return wideInputs(columns); });
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

} // namespace tidegate
