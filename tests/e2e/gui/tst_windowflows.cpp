// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/language.h"
#include "monitorflowtest.h"
#include "widgets/components/banner.h"
#include "widgets/components/segmentswitch.h"
#include "widgets/page.h"
#include "widgets/palette/commandpalette.h"
#include "widgets/theme/theme.h"

#include <QComboBox>
#include <QPushButton>

using namespace tidegate;
using namespace Qt::Literals::StringLiterals;

/// What the window does around its pages: palette, language, session, leaving.
class TestWindowFlows : public MonitorFlowTest
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        if (!hasServers())
            QSKIP("needs servers: tests/support/pgcluster.py run -- PROGRAM");
        prepareServers();
    }
    void init() { openPool(flowsPool(m_source, m_target)); }
    void cleanup()
    {
        Language::instance().setChoice(Language::Choice::English);
        Theme::instance().setChoice(Theme::Choice::Light);
        closeWindow();
    }

    void jobsAndTablesAreFoundInThePalette()
    {
        press(Qt::Key_K, Qt::ControlModifier);
        type(u"ods.slow"_s);
        QTRY_COMPARE(shownPage(), u"jobs"_s);
        QTRY_COMPARE(line("target.table"), u"ods.slow"_s);
        press(Qt::Key_3, Qt::ControlModifier);
        QCOMPARE(shownPage(), u"monitor"_s);
        press(Qt::Key_K, Qt::ControlModifier);
        QVERIFY(palette()->isVisible());
        press(window()->focusWidget(), Qt::Key_Escape);
        QVERIFY(!palette()->isVisible());
        press(Qt::Key_P, Qt::ControlModifier);
        type(u"brok"_s);
        QTRY_COMPARE(find<QComboBox>(u"monitor.job"_s)->currentText(), u"broken"_s);
    }

    void commandsRunFromThePalette()
    {
        press(Qt::Key_K, Qt::ControlModifier);
        type(u"next colours"_s);
        QTRY_COMPARE(Theme::instance().choice(), Theme::Choice::Dark);
        press(Qt::Key_1, Qt::ControlModifier);
        press(Qt::Key_K, Qt::ControlModifier);
        type(u"next problem"_s); // of another page: it is shown first
        QTRY_COMPARE(shownPage(), u"jobs"_s);
    }

    void theLanguageChangesWhileARunGoesOn()
    {
        window()->showPage(u"monitor"_s, u"slow"_s);
        order(Qt::Key_R, Qt::ControlModifier);
        QTRY_VERIFY_WITH_TIMEOUT(stat(u"staged"_s) != u"–"_s && stat(u"staged"_s) != u"0"_s, patience);
        press(Qt::Key_Comma, Qt::ControlModifier);
        auto* language = find<QComboBox>(u"settings.language"_s);
        language->setFocus();
        press(language, Qt::Key_Down);
        press(Qt::Key_2, Qt::ControlModifier);
        QTRY_COMPARE(find<QAbstractButton>(u"form"_s)->text(), u"表单"_s);
        QCOMPARE(find<QWidget>(u"field.source.connection"_s)->accessibleName(), u"连接"_s);
        window()->showPage(u"monitor"_s, u"slow"_s);
        QVERIFY(isActive());
        order(Qt::Key_Period, Qt::ControlModifier);
        QTRY_VERIFY_WITH_TIMEOUT(!isActive(), patience);
        window()->close();
        closeWindow();
        openWindow();
        QCOMPARE(settings()->language(), Language::Choice::Chinese);
    }

    void theNextSessionBeginsWhereTheLastOneEnded()
    {
        window()->resize(1380, 820);
        window()->showPage(u"jobs"_s, u"slow"_s);
        QTRY_COMPARE(line("target.table"), u"ods.slow"_s);
        click(u"both"_s);
        press(Qt::Key_3, Qt::ControlModifier);
        click(u"errors"_s);
        press(Qt::Key_2, Qt::ControlModifier);
        QVERIFY(window()->close());
        closeWindow();
        openWindow();
        QCOMPARE(shownPage(), u"jobs"_s);
        QCOMPARE(window()->size(), QSize(1380, 820));
        QTRY_COMPARE(line("target.table"), u"ods.slow"_s);
        QCOMPARE(find<SegmentSwitch>(u"modeSwitch"_s)->current(), u"both"_s);
        QCOMPARE(find<SegmentSwitch>(u"monitor.levels"_s)->current(), u"errors"_s);
    }

    void nobodyLeavesUnsavedWorkByMistake()
    {
        window()->showPage(u"jobs"_s, u"orders"_s);
        QTRY_COMPARE(line("source.table"), u"shop.orders"_s);
        retype("watermark.overlap", u"25m"_s);
        press(Qt::Key_Q, Qt::ControlModifier);
        auto* stay = find<QPushButton>(u"window.stay"_s);
        QTRY_VERIFY(stay->hasFocus());
        press(stay, Qt::Key_Space);
        QVERIFY(window()->isVisible());
        edit("watermark.overlap")->setFocus();
        press(Qt::Key_Q, Qt::ControlModifier);
        edit("watermark.overlap")->setFocus();
        press(Qt::Key_S, Qt::ControlModifier);
        QTRY_VERIFY(!find<Banner>(u"window.unsavedBanner"_s)->isVisible());
        QVERIFY(folder().read(ordersPath).find("overlap: 25m") != std::string::npos);
        press(Qt::Key_Q, Qt::ControlModifier);
        QTRY_VERIFY(!window()->isVisible());
    }

private:
    [[nodiscard]] CommandPalette* palette() const { return window()->findChild<CommandPalette*>(); }
    [[nodiscard]] QString shownPage() const { return window()->currentPage()->id(); }
    /// Into the palette, and Enter.
    void type(const QString& text) const
    {
        auto* field = palette()->findChild<QLineEdit*>();
        QTRY_VERIFY(field->hasFocus());
        QTest::keyClicks(field, text);
        QTest::keyClick(field, Qt::Key_Return);
    }
};

TIDEGATE_WATCHED_MAIN(TestWindowFlows)
#include "tst_windowflows.moc"
