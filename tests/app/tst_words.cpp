// SPDX-License-Identifier: GPL-3.0-or-later
// The console in Chinese: whatever it asks a word for has one, and what was on the screen before follows.
#include "../widgets/strict.h"
#include "consolefixture.h"
#include "models/language.h"
#include "textfit.h"
#include "widgets/page.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAction>
#include <QComboBox>
#include <QLabel>
#include <QTest>

#include <set>

using namespace tidegate;
using namespace Qt::Literals::StringLiterals;

namespace {

/// Asked only for what no other translator knows: it stands below them.
class Unknown final : public QTranslator
{
    Q_OBJECT

public:
    using QTranslator::QTranslator;

    [[nodiscard]] QString translate(const char* context, const char* source, const char* comment, int) const override
    {
        if (watching && QByteArrayView(context).startsWith("tidegate"))
            asked.insert(u"%1: “%2” %3"_s.arg(QString::fromUtf8(context), QString::fromUtf8(source),
                                              QString::fromUtf8(comment ? comment : "")));
        return {};
    }
    [[nodiscard]] bool isEmpty() const override { return false; }

    bool watching = false;
    mutable std::set<QString> asked;
};

/// Every text that a model has for the eye, the pointer and the reader.
void askModel(const QAbstractItemModel& model, const QModelIndex& parent = {})
{
    for (int row = 0; row < model.rowCount(parent); ++row) {
        for (int column = 0; column < model.columnCount(parent); ++column) {
            const QModelIndex index = model.index(row, column, parent);
            for (const int role :
                 {Qt::DisplayRole, Qt::ToolTipRole, Qt::AccessibleTextRole, Qt::AccessibleDescriptionRole})
                static_cast<void>(index.data(role));
        }
        askModel(model, model.index(row, 0, parent));
    }
    for (int column = 0; column < model.columnCount(parent); ++column)
        static_cast<void>(model.headerData(column, Qt::Horizontal));
}

/// Words that a person would notice as English: two letters and more in a row, but for names and what comes from
/// outside.
bool isEnglish(const QString& text)
{
    static const QRegularExpression words(u"[A-Za-z]{3,}"_s);
    static const QStringList names{u"order_item"_s, u"acme"_s,   u"Tidegate"_s,   u"YAML"_s,     u"SQL"_s,  u"UTC"_s,
                                   u"DDL"_s,        u"NULL"_s,   u"English"_s,    u"HEAD"_s,     u"Ctrl"_s, u"Alt"_s,
                                   u"Insert"_s,     u"Delete"_s, u"PostgreSQL"_s, u"customers"_s};
    static const QRegularExpression han(u"[\u4e00-\u9fff]"_s);
    if (!words.match(text).hasMatch() || han.match(text).hasMatch())
        return false;
    return std::none_of(names.begin(), names.end(), [&](const QString& name) { return text.contains(name); });
}

QString where(const QWidget* widget, const QString& text)
{
    return u"%1 (%2): %3"_s.arg(widget->objectName(), QLatin1StringView(widget->metaObject()->className()), text);
}

} // namespace

class TestWords : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(QCoreApplication::installTranslator(&m_unknown));
        Language::instance().install(Language::Choice::English);
        Theme::instance().install();
        m_console = std::make_unique<ConsoleFixture>();
        QVERIFY(m_console->open());
        QVERIFY(m_console->showJob());
        for (const Page* page : window()->findChildren<Page*>())
            show(page->id());
        Language::instance().setChoice(Language::Choice::Chinese);
    }
    void init() { failOnWarnings(); }
    void cleanupTestCase()
    {
        m_unknown.watching = false;
        m_console.reset();
    }

    void everyWordIsKnown_data() { pages(); }
    void everyWordIsKnown()
    {
        QFETCH(QString, page);
        m_unknown.watching = false;
        Language::instance().setChoice(Language::Choice::English);
        show(page);
        m_unknown.asked.clear();
        m_unknown.watching = true;
        Language::instance().setChoice(Language::Choice::Chinese);
        QCoreApplication::processEvents();
        static_cast<void>(window()->grab());
        for (const auto* view : window()->findChildren<QAbstractItemView*>())
            askModel(*view->model());
        QStringList missing(m_unknown.asked.begin(), m_unknown.asked.end());
        QVERIFY2(missing.isEmpty(), qPrintable(missing.join(u'\n')));
    }

    void nothingStaysEnglish_data() { pages(); }
    void nothingStaysEnglish()
    {
        QFETCH(QString, page);
        show(page);
        QStringList left;
        const auto check = [&left](const QWidget* widget, const QString& text) {
            if (isEnglish(text))
                left << where(widget, text);
        };
        for (const auto* widget : window()->findChildren<QWidget*>()) {
            if (!widget->isVisible() || widget->window() != window())
                continue;
            check(widget, widget->accessibleName());
            check(widget, widget->toolTip());
            if (const auto* label = qobject_cast<const QLabel*>(widget))
                check(widget, label->text());
            if (const auto* button = qobject_cast<const QAbstractButton*>(widget))
                check(widget, button->text());
        }
        for (const QAction* action : window()->findChildren<QAction*>()) {
            if (isEnglish(action->text()))
                left << u"action %1: %2"_s.arg(action->objectName(), action->text());
        }
        QVERIFY2(left.isEmpty(), qPrintable(left.join(u'\n')));
    }

    void nothingIsCutOff_data() { pages(); }
    void nothingIsCutOff()
    {
        QFETCH(QString, page);
        window()->resize(1024, 700);
        show(page);
        QStringList found;
        for (const QWidget* widget : window()->findChildren<QWidget*>()) {
            if (const QString text = widget->isVisible() ? cutOff(widget) : QString(); !text.isEmpty())
                found << where(widget, text);
        }
        QVERIFY2(found.isEmpty(), qPrintable(found.join(u'\n')));
    }

private:
    [[nodiscard]] MainWindow* window() const { return &m_console->window(); }
    void pages()
    {
        QTest::addColumn<QString>("page");
        for (const Page* page : window()->findChildren<Page*>())
            QTest::newRow(qPrintable(page->id())) << page->id();
    }
    void show(const QString& page)
    {
        window()->showPage(page, u"order_item"_s);
        QCoreApplication::processEvents();
    }

    Unknown m_unknown;
    std::unique_ptr<ConsoleFixture> m_console;
};

QTEST_MAIN(TestWords)
#include "tst_words.moc"
