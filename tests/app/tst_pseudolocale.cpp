// SPDX-License-Identifier: GPL-3.0-or-later
// The console in a language with longer words, chosen while it runs: nothing is left over, cut off or wider than the
// window.
#include "../widgets/strict.h"
#include "consolefixture.h"
#include "models/language.h"
#include "pseudolocale.h"
#include "textfit.h"
#include "watchedapplication.h"
#include "widgets/actionregistry.h"
#include "widgets/components/banner.h"
#include "widgets/components/promptbar.h"
#include "widgets/page.h"

#include <QAbstractButton>
#include <QLabel>

#include <nlohmann/json.hpp>

using namespace tidegate;
using namespace Qt::Literals::StringLiterals;

namespace {

/// Texts that no language changes: names of things, numbers, keys.
bool isData(const QString& text)
{
    static const QRegularExpression words(u"[A-Za-z]{2,}"_s);
    static const QStringList names{u"order_item"_s, u"acme"_s, u"Tidegate"_s, u"YAML"_s, u"SQL"_s, u"UTC"_s, u"DDL"_s};
    if (!words.match(text).hasMatch())
        return true;
    for (const QString& name : names) {
        if (text.contains(name))
            return true;
    }
    return false;
}

QString where(const QWidget* widget, const QString& text)
{
    return u"%1 (%2): %3"_s.arg(widget->objectName(), QLatin1StringView(widget->metaObject()->className()), text);
}

} // namespace

class TestPseudoLocale : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        Language::instance().install(Language::Choice::English);
        Theme::instance().install();
        m_console = std::make_unique<ConsoleFixture>();
        QVERIFY(m_console->open());
        window()->resize(1024, 700);
        QVERIFY(m_console->showJob());
        QVERIFY(QCoreApplication::installTranslator(&m_pseudo));
        QCoreApplication::processEvents();
    }
    void init() { failOnWarnings(); }
    void cleanupTestCase() { m_console.reset(); }

    void actionsFollow()
    {
        for (const QAction* action : window()->actions()->actions()) {
            QVERIFY2(PseudoLocale::made(action->text()), qPrintable(action->objectName() + u": "_s + action->text()));
            QVERIFY2(PseudoLocale::made(action->statusTip()), qPrintable(action->objectName()));
        }
    }

    void everyWordFollows_data() { pages(); }
    void everyWordFollows()
    {
        show();
        QStringList left;
        const auto check = [&left](const QWidget* widget, const QString& text) {
            if (!text.isEmpty() && !PseudoLocale::made(text) && !isData(text))
                left << where(widget, text);
        };
        for (const QWidget* widget : window()->findChildren<QWidget*>()) {
            if (!widget->isVisible())
                continue;
            check(widget, widget->accessibleName());
            if (const auto* label = qobject_cast<const QLabel*>(widget))
                check(widget, label->text());
            if (const auto* button = qobject_cast<const QAbstractButton*>(widget))
                check(widget, button->text());
        }
        QVERIFY2(left.isEmpty(), qPrintable(left.join(u'\n')));
    }

    void nothingIsCutOff_data() { pages(); }
    void nothingIsCutOff()
    {
        show();
        QCOMPARE(window()->width(), 1024);
        QStringList found;
        for (const QWidget* widget : window()->findChildren<QWidget*>()) {
            if (const QString text = widget->isVisible() ? cutOff(widget) : QString(); !text.isEmpty())
                found << where(widget, text);
        }
        QVERIFY2(found.isEmpty(), qPrintable(found.join(u'\n')));
    }

    void whatConcernsTheWholeWindowFollows()
    {
        QCoreApplication::removeTranslator(&m_pseudo);
        JobBuffer* buffer = m_console->console().workspace()->open(u"order_item"_s);
        QVERIFY(buffer->setValue("watermark.lag", "5m"));
        QVERIFY(!window()->close());
        m_console->agent().refusesToStart = true;
        m_console->agent().die(u"signal 9"_s);
        window()->findChild<PromptBar*>()->ask(1, {{"title", "Passphrase"}, {"kind", "secret"}});
        QTRY_VERIFY(window()->findChild<Banner*>(u"window.banner"_s)->isVisible());
        QVERIFY(QCoreApplication::installTranslator(&m_pseudo));
        QCoreApplication::processEvents();
        for (const QString& name : {u"window.banner"_s, u"window.unsavedBanner"_s}) {
            const auto* banner = window()->findChild<Banner*>(name);
            QVERIFY2(PseudoLocale::made(banner->text()), qPrintable(banner->text()));
            QVERIFY2(PseudoLocale::made(banner->accessibleDescription()), qPrintable(banner->accessibleDescription()));
        }
        for (const QString& name : {u"window.closeAnyway"_s, u"window.stay"_s, u"window.restart"_s, u"prompt.send"_s}) {
            const auto* button = window()->findChild<QAbstractButton*>(name);
            QVERIFY2(PseudoLocale::made(button->text()), qPrintable(button->text()));
        }
    }

private:
    [[nodiscard]] MainWindow* window() const { return &m_console->window(); }
    void pages()
    {
        QTest::addColumn<QString>("page");
        for (const Page* page : window()->findChildren<Page*>())
            QTest::newRow(qPrintable(page->id())) << page->id();
    }
    void show()
    {
        QFETCH(QString, page);
        window()->showPage(page, u"order_item"_s);
        QCoreApplication::processEvents();
    }

    PseudoLocale m_pseudo;
    std::unique_ptr<ConsoleFixture> m_console;
};

TIDEGATE_WATCHED_MAIN(TestPseudoLocale)
#include "tst_pseudolocale.moc"
