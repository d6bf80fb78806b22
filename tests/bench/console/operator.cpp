// SPDX-License-Identifier: GPL-3.0-or-later
#include "operator.h"

#include "app/windowlook.h"
#include "models/qtconvert.h"
#include "widgets/actionregistry.h"
#include "widgets/theme/theme.h"

#include <QApplication>
#include <QDateTime>
#include <QLineEdit>
#include <QTest>

#include <chrono>

namespace tidegate {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;
using nlohmann::json;

namespace {

std::string now()
{
    return toStd(QDateTime::currentDateTimeUtc().toString(Qt::ISODateWithMs));
}

} // namespace

Operator::Operator(MainWindow* window, QObject* parent) : QObject(parent), m_window(window)
{
    m_timer.setInterval(100ms);
    connect(&m_timer, &QTimer::timeout, this, &Operator::act);
    m_timer.start();
}

void Operator::type(const QString& text)
{
    if (QWidget* focused = QApplication::focusWidget())
        QTest::keyClicks(focused, text);
}

void Operator::act()
{
    const auto press = [](Qt::Key key, Qt::KeyboardModifiers modifiers = {}) {
        if (QWidget* focused = QApplication::focusWidget())
            QTest::keyClick(focused, key, modifiers);
    };
    auto* where = m_window->findChild<QLineEdit*>(u"field.source.where"_s);
    switch (m_acts++ % 20) {
    case 0:
        return m_window->showPage(u"jobs"_s, u"order_item_%1"_s.arg(m_acts / 20 % 40));
    case 1:
        return where ? where->setFocus() : void();
    case 2:
        return type(u"t.channel <> 'a"_s);
    case 3:
        return type(u"'"_s);
    case 4:
        return press(Qt::Key_Z, Qt::ControlModifier);
    case 5:
        return m_window->search(MainWindow::Search::Everything);
    case 6:
        return type(u"or"_s);
    case 7:
        return type(u"der"_s);
    case 8:
        return press(Qt::Key_Escape);
    case 9:
        return m_window->showPage(u"monitor"_s, u"order_item"_s);
    case 13:
        return m_window->goToRegion(1);
    case 14:
        return press(Qt::Key_Down);
    case 16:
        return m_window->showPage(u"settings"_s);
    case 17:
        return m_acts % 100 < 20 ? WindowLook::nextTheme() : m_window->goToRegion(1);
    case 18:
        return m_window->resize(m_acts % 40 < 20 ? QSize(1024, 700) : QSize(1440, 900));
    default:
        return press(Qt::Key_Tab);
    }
}

RunningAgent::RunningAgent(FakeAgent* agent, QObject* parent) : QObject(parent), m_agent(agent)
{
    event({{"event", "run.started"}, {"startedAt", now()}});
    m_timer.setInterval(100ms);
    connect(&m_timer, &QTimer::timeout, this, &RunningAgent::tick);
    m_timer.start();
}

void RunningAgent::event(json event)
{
    event["id"] = ++m_event;
    event["run"] = 7;
    event["job"] = "order_item";
    m_agent->notify("run.event", event);
}

void RunningAgent::tick()
{
    ++m_ticks;
    event({{"event", "run.progress"},
           {"phase", "read"},
           {"rows", {{"read", m_ticks * 1200}}},
           {"bytes", m_ticks * 600'000LL},
           {"rowsExpected", 3'880'000},
           {"seconds", m_ticks / 10.0}});
    json lines = json::array();
    for (int i = 0; i < 5; ++i)
        lines.push_back({{"id", ++m_line},
                         {"at", now()},
                         {"level", m_line % 40 == 0 ? "warning" : "info"},
                         {"run", 7},
                         {"job", "order_item"},
                         {"text", "frame " + std::to_string(m_line) + " of 1 MiB sent, 订单明细"}});
    m_agent->notify("log.lines", {{"lines", lines}, {"dropped", nullptr}});
    if (m_ticks % 10 != 0)
        return;
    m_agent->notify("metrics.sample", {{"id", ++m_event},
                                       {"run", 7},
                                       {"job", "order_item"},
                                       {"at", now()},
                                       {"rowsRead", m_ticks * 1200},
                                       {"rowsWritten", m_ticks * 1180},
                                       {"bytes", m_ticks * 600'000LL},
                                       {"rowsPerSecond", 12'000 + m_ticks % 700},
                                       {"bytesPerSecond", 6'000'000},
                                       {"sourceWait", 0.2},
                                       {"targetWait", 0.5}});
}

} // namespace tidegate
