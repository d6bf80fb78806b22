// SPDX-License-Identifier: GPL-3.0-or-later
#include "strict.h"
#include "widgets/theme/icons.h"
#include "widgets/theme/statepainter.h"
#include "widgets/theme/theme.h"

#include <QApplication>
#include <QImage>
#include <QPainter>
#include <QPalette>
#include <QSignalSpy>
#include <QTest>

using namespace tidegate;
using namespace Qt::Literals::StringLiterals;

namespace {

QImage glyph(State state)
{
    QImage image(32, 32, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    paintState(painter, QRectF(0, 0, 32, 32), state);
    return image;
}

/// What is left when the colour is taken away.
QImage shape(State state)
{
    return glyph(state).convertToFormat(QImage::Format_Alpha8);
}

const QList<State> allStates{State::Ok,     State::Failed, State::Late,  State::Running,   State::NoData,
                             State::Paused, State::Edited, State::Drift, State::Different, State::Idle,
                             State::Stale,  State::Off,    State::Info};

} // namespace

class TestTheme : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnWarnings(); }
    void initTestCase() { Theme::instance().install(); }

    void textCanBeRead_data()
    {
        QTest::addColumn<Token>("ink");
        QTest::addColumn<Token>("ground");
        QTest::addColumn<double>("least");
        const QList<Token> grounds{Token::Canvas, Token::Chrome, Token::Hover, Token::Selection};
        const QList<Token> inks{Token::Text, Token::Text2, Token::Text3, Token::Accent,
                                Token::Ok,   Token::Warn,  Token::Fail,  Token::Changed};
        for (const Token ink : inks) {
            for (const Token ground : grounds)
                QTest::addRow("text %d on %d", static_cast<int>(ink), static_cast<int>(ground)) << ink << ground << 4.5;
        }
        for (const State state : allStates)
            QTest::addRow("word on tint: %s", qPrintable(stateWord(state)))
                << textToken(state) << tintToken(state) << 4.5;
        for (const Token mark : {Token::Control, Token::OkFill, Token::WarnFill, Token::FailFill, Token::RunFill,
                                 Token::ChangedFill, Token::Series1, Token::Series2, Token::Series3, Token::Series4})
            QTest::addRow("mark %d", static_cast<int>(mark)) << mark << Token::Canvas << 3.0;
        QTest::newRow("primary button") << Token::OnAccent << Token::Accent << 4.5;
        QTest::newRow("production") << Token::OnProduction << Token::Production << 7.0;
        QTest::newRow("bar of production") << Token::Text2 << Token::ProductionTint << 4.5;
        QTest::newRow("search hit") << Token::Text << Token::SearchHit << 4.5;
        QTest::newRow("removed word") << Token::Text << Token::RemovedWord << 4.5;
        QTest::newRow("added word") << Token::Text << Token::AddedWord << 4.5;
    }
    void textCanBeRead()
    {
        QFETCH(Token, ink);
        QFETCH(Token, ground);
        QFETCH(double, least);
        for (const Scheme scheme : {Scheme::Light, Scheme::Dark, Scheme::ContrastLight, Scheme::ContrastDark}) {
            const double ratio = contrastRatio(tokenColor(ink, scheme), tokenColor(ground, scheme));
            const bool strong = scheme == Scheme::ContrastLight || scheme == Scheme::ContrastDark;
            const double bar = !strong ? least : least > 4 ? 7.0 : 4.5;
            QVERIFY2(ratio >= bar, qPrintable(u"scheme %1: %2"_s.arg(static_cast<int>(scheme)).arg(ratio)));
        }
    }

    void contrastFollowsTheFormula()
    {
        QCOMPARE(contrastRatio(Qt::black, Qt::white), 21.0);
        QCOMPARE(contrastRatio(Qt::red, Qt::red), 1.0);
    }

    void statesDifferWithoutColour()
    {
        for (qsizetype a = 0; a < allStates.size(); ++a) {
            for (qsizetype b = a + 1; b < allStates.size(); ++b)
                QVERIFY2(shape(allStates[a]) != shape(allStates[b]),
                         qPrintable(stateWord(allStates[a]) + u" / "_s + stateWord(allStates[b])));
        }
    }

    void everyStateHasAWord()
    {
        for (const State state : allStates)
            QVERIFY(!stateWord(state).isEmpty());
    }

    void choosingAThemeRepaintsEverything()
    {
        QSignalSpy changed(&Theme::instance(), &Theme::changed);
        Theme::instance().setChoice(Theme::Choice::Dark);
        QCOMPARE(changed.count(), 1);
        QVERIFY(Theme::instance().isDark());
        QCOMPARE(QApplication::palette().color(QPalette::Base), tokenColor(Token::Canvas, Scheme::Dark));
        const QImage dark = icon(u"jobs"_s).pixmap(16).toImage();
        Theme::instance().setChoice(Theme::Choice::Light);
        QCOMPARE(changed.count(), 2);
        QVERIFY(icon(u"jobs"_s).pixmap(16).toImage() != dark);
        Theme::instance().setChoice(Theme::Choice::Light);
        QCOMPARE(changed.count(), 2);
    }

    void theDesktopIsFollowedWhileItIsChosen()
    {
        Theme& theme = Theme::instance();
        theme.setChoice(Theme::Choice::System);
        theme.setDesktop({.dark = true});
        QCOMPARE(theme.scheme(), Scheme::Dark);
        theme.setDesktop({.dark = true, .contrast = true});
        QCOMPARE(theme.scheme(), Scheme::ContrastDark);
        QCOMPARE(QApplication::palette().color(QPalette::Base), QColor(Qt::black));
        theme.setChoice(Theme::Choice::Light);
        theme.setDesktop({});
        QCOMPARE(theme.scheme(), Scheme::Light);
    }

    void densityIsTold()
    {
        QSignalSpy changed(&Theme::instance(), &Theme::changed);
        Theme::instance().setDensity(Theme::Density::Compact);
        QCOMPARE(Theme::instance().rowHeight(), 26);
        Theme::instance().setDensity(Theme::Density::Comfortable);
        QCOMPARE(Theme::instance().rowHeight(), 30);
        QCOMPARE(changed.count(), 2);
    }

    void iconsDrawSomething()
    {
        QVERIFY(iconNames().size() >= 25);
        for (const QString& name : iconNames()) {
            const QImage image = icon(name).pixmap(16).toImage();
            bool drawn = false;
            for (int y = 0; y < image.height(); ++y) {
                for (int x = 0; x < image.width(); ++x)
                    drawn = drawn || qAlpha(image.pixel(x, y)) > 0;
            }
            QVERIFY2(drawn, qPrintable(name));
        }
    }

    void fontsAreInstalled()
    {
        QCOMPARE(QFontInfo(Theme::instance().sans(13)).family(), u"Inter"_s);
        QCOMPARE(QFontInfo(Theme::instance().mono(12)).family(), u"Hack"_s);
    }
};

QTEST_MAIN(TestTheme)
#include "tst_theme.moc"
