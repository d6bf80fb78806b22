// SPDX-License-Identifier: GPL-3.0-or-later
// What is only read: states, places, type, icons, colours.
#include "app/components/sections.h"
#include "widgets/components/chip.h"
#include "widgets/components/textlabel.h"
#include "widgets/navigation/environmentbar.h"
#include "widgets/theme/icons.h"
#include "widgets/theme/theme.h"

#include <QGridLayout>
#include <QLabel>
#include <QPainter>
#include <QVBoxLayout>

namespace tidegate {

using namespace Qt::Literals::StringLiterals;

namespace {

/// One colour of the table with its name.
class Swatch final : public QWidget
{
public:
    Swatch(Token token, const QString& name) : m_token(token), m_name(name)
    {
        setFixedSize(66, 40);
        setAccessibleName(name);
        setToolTip(name);
    }

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(themeColor(Token::LineStrong));
        painter.setBrush(themeColor(m_token));
        painter.drawRoundedRect(QRectF(0.5, 0.5, width() - 5, 19), 4, 4);
        painter.setFont(Theme::instance().sans(11));
        painter.setPen(themeColor(Token::Text2));
        painter.drawText(QRect(0, 22, width(), 16), Qt::AlignLeft | Qt::AlignVCenter, m_name);
    }

private:
    Token m_token;
    QString m_name;
};

} // namespace

QWidget* statesSection()
{
    QWidget* section = emptySection(u"states"_s, u"States: colour, shape and word"_s);
    auto* grid = new QGridLayout;
    grid->setSpacing(8);
    int place = 0;
    for (const State state :
         {State::Ok, State::Failed, State::Late, State::Running, State::Edited, State::Drift, State::Different,
          State::Stale, State::NoData, State::Idle, State::Paused, State::Off, State::Info}) {
        auto* chip = new Chip(stateWord(state));
        chip->setContent(state, stateWord(state));
        grid->addWidget(chip, place / 5, place % 5, Qt::AlignLeft);
        ++place;
    }
    auto* filter = new Chip(u"filter"_s);
    filter->setContent(State::Failed, u"3"_s);
    filter->setFilter(true);
    filter->setChecked(true);
    grid->addWidget(filter, place / 5, place % 5, Qt::AlignLeft);
    grid->setColumnStretch(4, 1);
    columnOf(section)->addLayout(grid);
    return section;
}

QWidget* environmentSection()
{
    QWidget* section = emptySection(u"environment"_s, u"Environment"_s);
    for (const QString& stage : {u"prod"_s, u"test"_s}) {
        auto* bar = new EnvironmentBar;
        bar->setPlace({u"acme"_s, stage, {}});
        columnOf(section)->addWidget(bar);
    }
    return section;
}

QWidget* typeSection()
{
    QWidget* section = emptySection(u"type"_s, u"Type"_s);
    const auto label = [](TextRole role, const QString& text) { return new TextLabel(role, text); };
    columnOf(section)->addLayout(
        rowOf({label({24, 650, Token::Text}, u"24 page answer"_s), label(TextLabel::title, u"18 page title"_s),
               label(TextLabel::object, u"16 object"_s)}));
    columnOf(section)->addLayout(rowOf({label(TextLabel::body, u"13 body"_s), label(TextLabel::note, u"12 note"_s),
                                        label({11, 400, Token::Text3, true}, u"11 axis"_s),
                                        label(TextLabel::data, u"12 mono 0O 1lI >= != 订单"_s)}));
    return section;
}

QWidget* iconsSection()
{
    QWidget* section = emptySection(u"icons"_s, u"Icons: 16 px grid, 1.5 px line, one colour"_s);
    auto* grid = new QGridLayout;
    int place = 0;
    for (const QString& name : iconNames()) {
        if (name.endsWith(u"-light") || name.endsWith(u"-dark"))
            continue;
        auto* label = new QLabel;
        label->setPixmap(icon(name).pixmap(16));
        label->setToolTip(name);
        label->setAccessibleName(name);
        grid->addWidget(label, place / 12, place % 12);
        ++place;
    }
    columnOf(section)->addLayout(grid);
    return section;
}

QWidget* coloursSection()
{
    QWidget* section = emptySection(u"colours"_s, u"Colours"_s);
    auto* grid = new QGridLayout;
    grid->setSpacing(4);
    int place = 0;
    const std::pair<Token, const char*> all[] = {{Token::Canvas, "canvas"},       {Token::Chrome, "chrome"},
                                                 {Token::Hover, "hover"},         {Token::Selection, "sel"},
                                                 {Token::Line, "line"},           {Token::Control, "ctl"},
                                                 {Token::Accent, "accent"},       {Token::Ok, "ok"},
                                                 {Token::Warn, "warn"},           {Token::Fail, "fail"},
                                                 {Token::Changed, "chg"},         {Token::Production, "prod"},
                                                 {Token::OkFill, "okf"},          {Token::WarnFill, "warnf"},
                                                 {Token::FailFill, "failf"},      {Token::RunFill, "runf"},
                                                 {Token::ChangedFill, "chgf"},    {Token::OffFill, "offf"},
                                                 {Token::OkSoft, "oks"},          {Token::WarnSoft, "warns"},
                                                 {Token::FailSoft, "fails"},      {Token::RunSoft, "runs"},
                                                 {Token::ChangedSoft, "chgs"},    {Token::OffSoft, "offs"},
                                                 {Token::Series1, "s1"},          {Token::Series2, "s2"},
                                                 {Token::Series3, "s3"},          {Token::Series4, "s4"},
                                                 {Token::SearchHit, "hit"},       {Token::ProductionTint, "prodt"},
                                                 {Token::RemovedTint, "removed"}, {Token::RemovedWord, "word −"},
                                                 {Token::AddedTint, "added"},     {Token::AddedWord, "word +"},
                                                 {Token::RunTint, "runt"},        {Token::OkTint, "okt"}};
    for (const auto& [token, name] : all) {
        grid->addWidget(new Swatch(token, QString::fromUtf8(name)), place / 6, place % 6);
        ++place;
    }
    columnOf(section)->addLayout(grid);
    return section;
}

} // namespace tidegate
