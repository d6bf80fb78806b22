// SPDX-License-Identifier: GPL-3.0-or-later
#include "flowtest.h"

#include "models/language.h"
#include "widgets/components/sheet.h"
#include "widgets/editor/sqleditor.h"
#include "widgets/editor/yamleditor.h"
#include "widgets/theme/theme.h"

#include <QFile>
#include <QProcess>

namespace tidegate {

using namespace Qt::Literals::StringLiterals;

QString FlowTest::agentProgram()
{
    return qEnvironmentVariable("TIDEGATE_BIN") + u"/tidegated"_s;
}

void FlowTest::prepareServers()
{
    QVERIFY(m_home.isValid());
    qputenv("XDG_STATE_HOME", home(u"state"_s).toUtf8());
    qputenv("XDG_CACHE_HOME", home(u"cache"_s).toUtf8());
    Language::instance().install(Language::Choice::English);
    Theme::instance().setChoice(Theme::Choice::Light);
    Theme::instance().install();
    QCOMPARE(m_source.ask(ordersTable()), QString());
    QCOMPARE(m_target.ask(u"create schema ods"_s), QString());
}

void FlowTest::makePool(const Files& files)
{
    m_folder = std::make_unique<PoolFolder>(files);
    QFile::remove(home(u"settings.ini"_s));
}

void FlowTest::openWindow()
{
    m_settings = std::make_unique<Settings>(home(u"settings.ini"_s));
    m_console = std::make_unique<Console>(root(), AgentClient::local(agentProgram()));
    m_window = std::make_unique<MainWindow>(m_console.get(), m_settings.get());
    if (m_settings->geometry().isEmpty())
        m_window->resize(1440, 900);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    m_console->start();
    QTRY_VERIFY_WITH_TIMEOUT(m_console->pool()->pool() && m_console->agent()->isReady(), patience);
}

void FlowTest::closeWindow()
{
    if (m_console)
        m_console->agent()->close();
    m_window.reset();
    m_console.reset();
    m_settings.reset();
}

void FlowTest::commitPool() const
{
    for (const auto& words : {u"init -q -b main"_s, u"add ."_s, u"commit -q -m pool"_s}) {
        QProcess git;
        git.setWorkingDirectory(root());
        git.start(u"git"_s,
                  QStringList{u"-c"_s, u"user.name=test"_s, u"-c"_s, u"user.email=test@test"_s} + words.split(u' '));
        QVERIFY(git.waitForFinished());
        QCOMPARE(git.exitCode(), 0);
    }
}

QWidget* FlowTest::findWidget(const QString& name, const QMetaObject& kind) const
{
    const auto among = [&](QWidget* top) -> QWidget* {
        if (top->objectName() == name && kind.cast(top))
            return top;
        for (auto* widget : top->findChildren<QWidget*>(name))
            if (kind.cast(widget))
                return widget;
        return nullptr;
    };
    if (auto* widget = among(window()))
        return widget;
    for (auto* top : QApplication::topLevelWidgets())
        if (auto* widget = among(top))
            return widget;
    return nullptr;
}

Sheet* FlowTest::openSheet() const
{
    for (auto* sheet : window()->findChildren<Sheet*>())
        if (sheet->isVisible())
            return sheet;
    return nullptr;
}

void FlowTest::press(QWidget* widget, Qt::Key key, Qt::KeyboardModifiers modifiers)
{
    QTest::keyClick(widget, key, modifiers);
}

void FlowTest::press(Qt::Key key, Qt::KeyboardModifiers modifiers) const
{
    activate();
    auto* focus = window()->focusWidget();
    QTest::keyClick(focus ? focus : window(), key, modifiers);
}

void FlowTest::click(const QString& name) const
{
    QTest::mouseClick(find<QWidget>(name), Qt::LeftButton);
}

void FlowTest::activate() const
{
    window()->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(window()));
}

void FlowTest::showOrders() const
{
    window()->showPage(u"jobs"_s, u"orders"_s);
    QTRY_COMPARE(line("source.table"), u"shop.orders"_s);
    QTRY_VERIFY_WITH_TIMEOUT(sql().contains(u"shop.orders"_s), patience);
}

QLineEdit* FlowTest::edit(const char* path) const
{
    auto* widget = find<QWidget>(u"field."_s + QLatin1StringView(path));
    auto* line = qobject_cast<QLineEdit*>(widget);
    return line ? line : widget->findChild<QLineEdit*>();
}

void FlowTest::retype(const char* path, const QString& text) const
{
    auto* field = edit(path);
    field->setFocus();
    field->selectAll();
    QTest::keyClicks(field, text);
    QTRY_COMPARE(field->text(), text);
    press(field, Qt::Key_Escape); // closes what is offered
    field->setFocus();
}

QString FlowTest::yaml() const
{
    return find<YamlEditor>(u"yamlEditor"_s)->text();
}

QString FlowTest::sql() const
{
    return find<SqlEditor>(u"sqlPreview"_s)->text();
}

} // namespace tidegate
