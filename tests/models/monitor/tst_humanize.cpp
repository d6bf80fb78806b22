// SPDX-License-Identifier: Apache-2.0
#include "models/monitor/humanize.h"

#include <QTest>

using namespace tidegate;
using namespace Qt::Literals::StringLiterals;

class TestHumanize : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void counts_data()
    {
        QTest::addColumn<double>("value");
        QTest::addColumn<QString>("text");
        QTest::newRow("nothing") << 0.0 << u"0"_s;
        QTest::newRow("below a thousand") << 980.0 << u"980"_s;
        QTest::newRow("rounds up into the next prefix") << 999.7 << u"1.00 k"_s;
        QTest::newRow("thousands") << 12'400.0 << u"12.4 k"_s;
        QTest::newRow("millions") << 9'310'000.0 << u"9.31 M"_s;
        QTest::newRow("hundreds of millions") << 412'800'000.0 << u"413 M"_s;
    }
    void counts()
    {
        QFETCH(double, value);
        QTEST(humanCount(value), "text");
    }

    void durations_data()
    {
        QTest::addColumn<double>("seconds");
        QTest::addColumn<QString>("text");
        QTest::newRow("parts of a second") << 0.84 << u"0.8 s"_s;
        QTest::newRow("seconds") << 41.2 << u"41 s"_s;
        QTest::newRow("minutes") << 761.0 << u"12 min 41 s"_s;
        QTest::newRow("hours") << 11'100.0 << u"3 h 5 min"_s;
        QTest::newRow("a clock that ran back") << -3.0 << u"0.0 s"_s;
    }
    void durations()
    {
        QFETCH(double, seconds);
        QTEST(humanDuration(seconds), "text");
    }

    void everyDigitForTables() { QCOMPARE(groupedCount(41'204'118), u"41,204,118"_s); }
};

QTEST_GUILESS_MAIN(TestHumanize)
#include "tst_humanize.moc"
