// SPDX-License-Identifier: GPL-3.0-or-later
#include "flowtest.h"
#include "widgets/chart/statrow.h"
#include "widgets/components/banner.h"
#include "widgets/components/formfield.h"
#include "widgets/page.h"

#include <QPushButton>

using namespace tidegate;
using namespace Qt::Literals::StringLiterals;

namespace {

std::string with(std::string text, std::string_view from, std::string_view to)
{
    return text.replace(text.find(from), from.size(), to);
}

} // namespace

/// One job from the form to the warehouse, as a person does it: with keys, and clicks where a link is shown.
class TestJobEverywhere : public FlowTest
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        if (!hasServers())
            QSKIP("needs servers: tests/support/pgcluster.py run -- PROGRAM");
        prepareServers();
        openPool(ordersPool(m_source, m_target));
        m_original = folder().read(ordersPath);
    }

    void cleanupTestCase() { closeWindow(); }

    void aJobIsFoundByTypingItsName()
    {
        window()->showPage(u"jobs"_s);
        QTest::keyClick(window()->focusWidget(), Qt::Key_P, Qt::ControlModifier);
        auto* search = find<QLineEdit>(u"jobSearch"_s);
        QTRY_VERIFY(search->hasFocus());
        QTest::keyClicks(search, u"ord"_s);
        QTest::keyClick(search, Qt::Key_Return);
        QTRY_COMPARE(line("source.table"), u"shop.orders"_s);
        QCOMPARE(yaml(), QString::fromStdString(m_original));
        QTRY_VERIFY_WITH_TIMEOUT(sql().contains(u"shop.orders"_s), patience);
        QVERIFY(!sql().contains(u"<> 'test'"_s));
    }

    void aFieldChangesItsValueAndNothingElse()
    {
        retype("watermark.overlap", u"30m"_s);
        QCOMPARE(yaml(), QString::fromStdString(with(m_original, "overlap: 10m ", "overlap: 30m ")));
    }

    void theSqlFollowsTheKeys()
    {
        retype("source.where", u"t.channel <> 'test'"_s);
        QVERIFY(sql().contains(u"t.channel <> 'test'"_s));
        QVERIFY(yaml().contains(u"t.channel <> 'test'"_s));
    }

    void undoAndRedoSpanFormAndText()
    {
        const auto edited = yaml();
        auto* field = edit("source.where");
        QTest::keyClick(field, Qt::Key_Z, Qt::ControlModifier);
        QTRY_VERIFY(!yaml().contains(u"<> 'test'"_s));
        QVERIFY(!sql().contains(u"<> 'test'"_s));
        QCOMPARE(line("source.where"), QString());
        QTest::keyClick(field, Qt::Key_Z, Qt::ControlModifier);
        QTRY_COMPARE(yaml(), QString::fromStdString(m_original));
        QTest::keyClick(field, Qt::Key_Y, Qt::ControlModifier);
        QTest::keyClick(field, Qt::Key_Y, Qt::ControlModifier);
        QTRY_COMPARE(yaml(), edited);
        QCOMPARE(line("source.where"), u"t.channel <> 'test'"_s);
    }

    void aWrongDurationIsToldAndHealedByItsLink()
    {
        auto* row = find<FormField>(u"row.watermark.lag"_s);
        auto* fix = find<QPushButton>(u"field.watermark.lag.fix"_s);
        auto* field = edit("watermark.lag");
        field->setFocus();
        field->selectAll();
        QTest::keyClicks(field, u"2"_s);
        QVERIFY2(row->message().isEmpty(), "an error must not shout while one types");
        QTest::keyClick(field, Qt::Key_Tab);
        QTRY_VERIFY(row->message().contains(u"unit"_s));
        QVERIFY(fix->isVisible());
        QCOMPARE(fix->text(), u"Use 2m"_s);
        QTest::mouseClick(fix, Qt::LeftButton);
        QTRY_COMPARE(line("watermark.lag"), u"2m"_s);
        QVERIFY(row->message().isEmpty());
        QVERIFY(yaml().contains(u"lag: 2m\n"_s));
        retype("watermark.lag", u"0s"_s);
    }

    void savingWritesExactlyTheseBytes()
    {
        const auto wanted = yaml().toStdString();
        QCOMPARE(folder().read(ordersPath), m_original);
        QTest::keyClick(window()->focusWidget(), Qt::Key_S, Qt::ControlModifier);
        QTRY_COMPARE(folder().read(ordersPath), wanted);
        QTRY_COMPARE(page()->unsavedCount(), 0);
    }

    void theRunIsStartedByKeysAndWatched()
    {
        QTest::keyClick(window()->focusWidget(), Qt::Key_R, Qt::ControlModifier);
        QTRY_COMPARE(window()->currentPage()->id(), u"monitor"_s);
        auto* stats = find<StatRow>(u"monitor.stats"_s);
        QTRY_COMPARE_WITH_TIMEOUT(stats->value(u"inserted"_s), u"18.0 k"_s, patience);
        QCOMPARE(stats->value(u"read"_s), u"18.0 k"_s);
        QCOMPARE(stats->value(u"quarantined"_s), u"0"_s);
    }

    void theTargetEqualsTheSource()
    {
        const auto rows = u"select order_id, channel, remark, amount, updated_at from %1 %2 order by 1"_s;
        const auto there = m_source.ask(rows.arg(u"shop.orders"_s, u"where channel <> 'test'"_s));
        const auto here = m_target.ask(rows.arg(u"ods.orders"_s, QString()));
        QVERIFY(!there.startsWith(u"error"_s) && there.size() > 18'000);
        QVERIFY2(here == there, qPrintable(here.left(200)));
        QCOMPARE(m_target.ask(u"select count(*) || ' ' || sum(rows_inserted) from tidegate.ledger"_s), u"1 18000"_s);
    }

    void aFileChangedUnderneathLosesNothing()
    {
        window()->showPage(u"jobs"_s);
        const auto saved = folder().read(ordersPath);
        const auto theirs = with(saved, "# late writers", "# from elsewhere");
        retype("watermark.overlap", u"45m"_s);
        const auto mine = yaml();
        folder().write(ordersPath, theirs);
        auto* banner = find<Banner>(u"jobsBanner"_s);
        QTRY_VERIFY_WITH_TIMEOUT(banner->isVisible(), patience);
        QCOMPARE(yaml(), mine);
        click(u"takeTheirs"_s);
        QTRY_COMPARE(yaml(), QString::fromStdString(theirs));
        QVERIFY(!banner->isVisible());
        QTest::keyClick(edit("watermark.overlap"), Qt::Key_Z, Qt::ControlModifier);
        QTRY_COMPARE(yaml(), mine);
        QCOMPARE(folder().read(ordersPath), theirs);
    }

private:
    [[nodiscard]] Page* page() const { return find<Page>(u"jobs"_s); }

    std::string m_original;
};

TIDEGATE_WATCHED_MAIN(TestJobEverywhere)
#include "tst_jobeverywhere.moc"
