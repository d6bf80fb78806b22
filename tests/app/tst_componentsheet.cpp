// SPDX-License-Identifier: GPL-3.0-or-later
// The sheet of all components, painted in every scheme and read back from the picture.
#include "../widgets/strict.h"
#include "app/components/componentsheet.h"
#include "models/language.h"
#include "textfit.h"
#include "widgets/theme/theme.h"

#include <QImage>
#include <QSet>
#include <QWidget>

using namespace tidegate;
using namespace Qt::Literals::StringLiterals;

namespace {

/// Below this many pixels that differ from the ground a section is not worth its header.
constexpr int leastInk = 400;
constexpr int header = 30;

int inkOf(const QImage& picture, const QRect& area)
{
    const QRgb ground = themeColor(Token::Canvas).rgb();
    int ink = 0;
    for (int y = area.top(); y <= area.bottom(); ++y) {
        for (int x = area.left(); x <= area.right(); ++x)
            ink += picture.pixel(x, y) != ground ? 1 : 0;
    }
    return ink;
}

} // namespace

class TestComponentSheet : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        Language::instance().install(Language::Choice::English);
        Theme::instance().install();
    }
    void init() { failOnWarnings(); }

    void everySectionShowsSomething_data() { schemes(); }
    void everySectionShowsSomething()
    {
        const auto sheet = make();
        const QImage picture = sheet->grab().toImage();
        const auto sections =
            sheet->findChildren<QWidget*>(QRegularExpression(u"^section\\."_s), Qt::FindDirectChildrenOnly);
        QVERIFY(sections.size() >= 16);
        for (const QWidget* section : sections) {
            const QRect below = section->geometry().adjusted(0, header, 0, 0);
            QVERIFY2(inkOf(picture, below) > leastInk, qPrintable(section->objectName()));
        }
    }

    void noTextIsCutOff_data() { schemes(); }
    void noTextIsCutOff()
    {
        const auto sheet = make();
        for (const QWidget* widget : sheet->findChildren<QWidget*>())
            QVERIFY2(!widget->isVisible() || cutOff(widget).isEmpty(), qPrintable(cutOff(widget)));
    }

    void schemesLookDifferent()
    {
        QSet<QByteArray> pictures;
        for (const auto choice : choices()) {
            Theme::instance().setChoice(choice);
            const QImage picture = makeComponentSheet()->grab().toImage();
            pictures << QByteArray(reinterpret_cast<const char*>(picture.constBits()), picture.sizeInBytes());
        }
        QCOMPARE(pictures.size(), choices().size());
    }

private:
    static QList<Theme::Choice> choices()
    {
        return {Theme::Choice::Light, Theme::Choice::Dark, Theme::Choice::ContrastLight, Theme::Choice::ContrastDark};
    }
    static void schemes()
    {
        QTest::addColumn<Theme::Choice>("choice");
        for (const auto choice : choices())
            QTest::addRow("scheme %d", static_cast<int>(choice)) << choice;
    }
    static std::unique_ptr<QWidget> make()
    {
        QFETCH(Theme::Choice, choice);
        Theme::instance().setChoice(choice);
        auto sheet = makeComponentSheet();
        sheet->show();
        return sheet;
    }
};

QTEST_MAIN(TestComponentSheet)
#include "tst_componentsheet.moc"
