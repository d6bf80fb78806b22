// SPDX-License-Identifier: GPL-3.0-or-later
// An audit over the window and all its pages: names and roles for a screen reader, summaries of what is painted, the
// keyboard everywhere and out again.
#include "../widgets/strict.h"
#include "consolefixture.h"
#include "models/language.h"
#include "watchedapplication.h"
#include "widgets/navigation/navigationrail.h"
#include "widgets/page.h"

#include <QAccessible>
#include <QLineEdit>
#include <QSet>
#include <QStackedWidget>

using namespace tidegate;
using namespace Qt::Literals::StringLiterals;

namespace {

QString where(const QWidget* widget)
{
    return u"%1 (%2)"_s.arg(widget->objectName(), QLatin1StringView(widget->metaObject()->className()));
}

bool takesTab(const QWidget* widget)
{
    return widget->isVisible() && widget->isEnabled() && (widget->focusPolicy() & Qt::TabFocus) == Qt::TabFocus &&
           !widget->focusProxy();
}

/// A part of another widget that speaks for it: the line inside a combo, the field inside a spin box.
bool isPart(const QWidget* widget)
{
    return widget->objectName().startsWith(u"qt_");
}

const QSet<QString> painted{u"ChartWidget"_s, u"PartsBar"_s, u"LogView"_s, u"EnvironmentBar"_s, u"ProofBar"_s};

} // namespace

class TestAccessibility : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        Language::instance().install(Language::Choice::English);
        Theme::instance().install();
        m_console = std::make_unique<ConsoleFixture>();
        QVERIFY(m_console->open());
    }
    void init() { failOnWarnings(); }
    void cleanupTestCase() { m_console.reset(); }

    void everythingThatTakesTheKeyboardHasANameAndARole_data() { pages(); }
    void everythingThatTakesTheKeyboardHasANameAndARole()
    {
        show();
        QStringList found;
        for (QWidget* widget : window()->findChildren<QWidget*>()) {
            if (!takesTab(widget) || isPart(widget))
                continue;
            const auto* reader = QAccessible::queryAccessibleInterface(widget);
            if (!reader || reader->text(QAccessible::Name).isEmpty())
                found << where(widget) + u" has no name"_s;
            else if (reader->role() == QAccessible::NoRole)
                found << where(widget) + u" has no role"_s;
            if (widget->objectName().isEmpty())
                found << where(widget) + u" has no object name"_s;
        }
        QVERIFY2(found.isEmpty(), qPrintable(found.join(u'\n')));
    }

    void whatIsPaintedHasASummary_data() { pages(); }
    void whatIsPaintedHasASummary()
    {
        show();
        QStringList found;
        for (QWidget* widget : window()->findChildren<QWidget*>()) {
            const QString kind = QString::fromLatin1(widget->metaObject()->className()).section(u"::"_s, -1);
            if (!widget->isVisible() || !painted.contains(kind))
                continue;
            const auto* reader = QAccessible::queryAccessibleInterface(widget);
            if (reader->text(QAccessible::Name).isEmpty() || reader->text(QAccessible::Description).isEmpty())
                found << where(widget);
        }
        QVERIFY2(found.isEmpty(), qPrintable(found.join(u'\n')));
    }

    void tabReachesEverythingAndIsNeverCaught_data() { pages(); }
    void tabReachesEverythingAndIsNeverCaught()
    {
        show();
        auto* rail = window()->findChild<NavigationRail*>();
        rail->setFocus();
        QSet<QWidget*> seen;
        for (QWidget* now = rail; now && !seen.contains(now); now = QApplication::focusWidget()) {
            seen << now;
            QTest::keyClick(now, Qt::Key_Tab);
            if (QApplication::focusWidget() != now)
                continue;
            // A text takes Tab for itself; F6 leaves it, and Tab goes on behind it.
            QTest::keyClick(now, Qt::Key_F6);
            QVERIFY2(QApplication::focusWidget() != now, qPrintable(where(now) + u" keeps the keyboard"_s));
            QWidget* next = now->nextInFocusChain();
            while (next != now && !takesTab(next))
                next = next->nextInFocusChain();
            next->setFocus(Qt::TabFocusReason);
        }
        QStringList missed;
        for (QWidget* widget : window()->findChildren<QWidget*>()) {
            if (takesTab(widget) && !isPart(widget) && !seen.contains(widget))
                missed << where(widget);
        }
        QVERIFY2(missed.isEmpty(), qPrintable(missed.join(u'\n')));
        QVERIFY(seen.size() >= 6);
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

    std::unique_ptr<ConsoleFixture> m_console;
};

TIDEGATE_WATCHED_MAIN(TestAccessibility)
#include "tst_accessibility.moc"
