// SPDX-License-Identifier: GPL-3.0-or-later
// What stands around the content of a page: its header, and a sheet above it.
#include "strict.h"
#include "widgets/components/buttons.h"
#include "widgets/components/pageheader.h"
#include "widgets/components/sheet.h"
#include "widgets/components/textlabel.h"
#include "widgets/theme/theme.h"

#include <QTest>

#include <algorithm>

using namespace tidegate;
using namespace Qt::Literals::StringLiterals;

class TestPageParts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { Theme::instance().install(); }
    void init() { failOnWarnings(); }

    void aSheetStaysInTheMiddleOfItsPage()
    {
        QWidget page;
        page.resize(1200, 800);
        page.show();
        Sheet sheet(u"sheet"_s, &page);
        sheet.setWords(u"Stop the run?"_s, u"What is applied stays applied."_s);
        sheet.addButton(makeButton(ButtonRole::Plain, u"cancel"_s, u"Cancel"_s));
        sheet.openOver();
        const auto offset = [&] {
            return page.mapFromGlobal(sheet.geometry().center()).x() - page.rect().center().x();
        };
        QVERIFY(std::abs(offset()) <= 1);
        page.resize(800, 600);
        QTRY_VERIFY(std::abs(offset()) <= 1);
        sheet.reject();
        const QPoint left = sheet.pos();
        page.resize(1000, 600);
        QCOMPARE(sheet.pos(), left);
    }

    void aHeaderWithoutRoomEndsInDots()
    {
        PageHeader header;
        const QString whole = u"the agent ended while it ran; the ledger knows how far it came"_s;
        header.setTitle(u"Monitor"_s);
        header.setScope(whole);
        header.resize(300, 52);
        header.grab();
        QVERIFY(header.minimumSizeHint().width() <= 300);
        const auto labels = header.findChildren<TextLabel*>();
        const auto scope = std::ranges::find(labels, whole, &TextLabel::text);
        QVERIFY(scope != labels.end());
        QCOMPARE((*scope)->toolTip(), whole);
        QVERIFY((*scope)->geometry().right() < header.width());
        header.resize(900, 52);
        header.grab();
        QCOMPARE((*scope)->toolTip(), QString());
    }
};

QTEST_MAIN(TestPageParts)
#include "tst_pageparts.moc"
