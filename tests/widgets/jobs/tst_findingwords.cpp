// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/jobs/findingwords.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace tidegate;

class TestFindingWords : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aSentenceBeginsWithACapitalAndANameStaysAsItIs_data()
    {
        QTest::addColumn<std::string>("message");
        QTest::addColumn<QString>("text");
        QTest::newRow("a sentence") << std::string("the duration `2` has no unit") << u"The duration `2` has no unit"_s;
        QTest::newRow("a column first") << std::string("line_no: the type becomes text")
                                        << u"line_no: the type becomes text"_s;
        QTest::newRow("a plain column first")
            << std::string("tags: the type becomes text") << u"tags: the type becomes text"_s;
        QTest::newRow("a quoted name") << std::string("`lagg` is unknown") << u"`lagg` is unknown"_s;
    }
    void aSentenceBeginsWithACapitalAndANameStaysAsItIs()
    {
        QFETCH(std::string, message);
        Finding finding;
        finding.message = message;
        QTEST(words(finding), "text");
    }

    void thePathIsNotSaidTwice()
    {
        Finding finding;
        finding.path = "watermark.lag";
        finding.range.line = 17;
        finding.message = "watermark.lag: the duration has no unit";
        QCOMPARE(sentence(finding), u"watermark.lag, line 17: The duration has no unit"_s);
    }
};

QTEST_MAIN(TestFindingWords)
#include "tst_findingwords.moc"
