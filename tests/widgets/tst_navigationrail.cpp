// SPDX-License-Identifier: GPL-3.0-or-later
#include "strict.h"
#include "widgets/navigation/environmentbar.h"
#include "widgets/navigation/navigationrail.h"
#include "widgets/navigation/railmodel.h"
#include "widgets/navigation/statusstrip.h"
#include "widgets/page.h"
#include "widgets/theme/theme.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace tidegate;
using namespace Qt::Literals::StringLiterals;

namespace {

class PlainPage final : public Page
{
public:
    using Page::Page;
    [[nodiscard]] PageBadge badge() const override { return m_badge; }
    void setBadge(const PageBadge& badge)
    {
        m_badge = badge;
        Q_EMIT badgeChanged();
    }

private:
    PageBadge m_badge;
};

} // namespace

class TestNavigationRail : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnWarnings(); }
    void initTestCase() { Theme::instance().install(); }

    void pagesAreChosenByMouseAndKeys()
    {
        RailModel model;
        const QAbstractItemModelTester tester(&model);
        PlainPage jobs(u"jobs"_s, u"Jobs"_s, u"jobs"_s);
        PlainPage monitor(u"monitor"_s, u"Monitor"_s, u"monitor"_s);
        model.addPage(&jobs);
        model.addPage(&monitor);
        NavigationRail rail(&model);
        QSignalSpy chosen(&rail, &NavigationRail::rowChosen);
        rail.resize(rail.width(), 400);
        rail.show();
        QTest::mouseClick(rail.viewport(), Qt::LeftButton, {}, rail.visualRect(model.index(1)).center());
        QCOMPARE(rail.currentIndex().row(), 1);
        QTest::keyClick(&rail, Qt::Key_Up);
        QCOMPARE(rail.currentIndex().row(), 0);
        QCOMPARE(chosen.last().at(0).toInt(), 0);
        QCOMPARE(model.rowOf(u"monitor"_s), 1);
        QCOMPARE(model.rowOf(u"nowhere"_s), -1);
    }

    void aBadgeIsSpoken()
    {
        RailModel model;
        PlainPage page(u"monitor"_s, u"Monitor"_s, u"monitor"_s);
        model.addPage(&page);
        QSignalSpy changed(&model, &RailModel::dataChanged);
        page.setBadge({State::Running, u"3"_s, u"3 running"_s});
        QCOMPARE(changed.count(), 1);
        QCOMPARE(model.index(0).data(Qt::AccessibleTextRole).toString(), u"Monitor, 3 running"_s);
        QCOMPARE(model.index(0).data(RailRole::BadgeText).toString(), u"3"_s);
    }

    void narrowKeepsTheGlyph()
    {
        RailModel model;
        PlainPage page(u"monitor"_s, u"Monitor"_s, u"monitor"_s);
        model.addPage(&page);
        NavigationRail rail(&model);
        rail.resize(rail.width(), 200);
        rail.setNarrow(true);
        QCOMPARE(rail.width(), NavigationRail::narrowWidth);
        const QImage quiet = rail.grab().toImage();
        page.setBadge({State::Failed, u"1"_s, u"1 failing"_s});
        QVERIFY(rail.grab().toImage() != quiet);
        QVERIFY(model.index(0).data(Qt::ToolTipRole).toString().contains(u"1 failing"));
    }

    void productionIsUnmistakable()
    {
        EnvironmentBar bar;
        bar.resize(600, bar.height());
        bar.setPlace({u"acme"_s, u"test"_s, {}});
        QVERIFY(!bar.isProduction());
        QCOMPARE(bar.height(), 44);
        bar.setPlace({u"acme"_s, u"prod"_s, {}});
        QVERIFY(bar.isProduction());
        QCOMPARE(bar.height(), 47);
        const QImage image = bar.grab().toImage();
        const QColor crimson = themeColor(Token::Production);
        QCOMPARE(image.pixelColor(500, 1), crimson);
        QCOMPARE(image.pixelColor(180, 40), crimson);
        QVERIFY(bar.accessibleName().contains(u"prod"));
    }

    void aStatusItemWithoutWordsIsGone()
    {
        StatusStrip strip;
        StatusItem* item = strip.addLeft(u"runs"_s, u"tasks"_s);
        strip.show();
        item->setFact(u"2 running"_s, State::Running, u"Runs under way"_s);
        QVERIFY(item->isVisible());
        QCOMPARE(item->accessibleName(), u"2 running"_s);
        QSignalSpy clicked(item, &StatusItem::clicked);
        item->setFocus();
        QTest::keyClick(item, Qt::Key_Space);
        QCOMPARE(clicked.count(), 1);
        item->setFact({});
        QVERIFY(!item->isVisible());
    }
};

QTEST_MAIN(TestNavigationRail)
#include "tst_navigationrail.moc"
