// SPDX-License-Identifier: GPL-3.0-or-later
// What Tidegate says: banners, toasts, empty pages, a sheet, keys.
#include "app/components/sections.h"
#include "widgets/components/banner.h"
#include "widgets/components/buttons.h"
#include "widgets/components/emptystate.h"
#include "widgets/components/keycap.h"
#include "widgets/components/sheet.h"
#include "widgets/components/textlabel.h"
#include "widgets/components/toast.h"
#include "widgets/theme/theme.h"

#include <QPainter>
#include <QVBoxLayout>

namespace tidegate {

using namespace Qt::Literals::StringLiterals;

namespace {

class KeyLine final : public QWidget
{
public:
    explicit KeyLine(const QString& keys) : m_keys(keys)
    {
        setFixedSize(QFontMetrics(Theme::instance().sans(11)).horizontalAdvance(keys) + 24, 24);
        setAccessibleName(keys);
    }

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        paintKeys(painter, rect(), width() - 4, m_keys);
    }

private:
    QString m_keys;
};

void addToast(QVBoxLayout* column, State state, const QString& title, const QString& text, const QString& action)
{
    auto* toast = new Toast;
    toast->setContent(state, title, text, action);
    column->addWidget(toast);
    toast->show();
}

} // namespace

QWidget* bannersSection()
{
    QWidget* section = emptySection(u"banners"_s, u"Banners: what, where, what you can do"_s);
    const auto banner = [section](State state, const QString& text, const QString& detail, const QString& action) {
        auto* shown = new Banner(u"banner."_s + action);
        shown->addAction(action, action);
        columnOf(section)->addWidget(shown);
        shown->showMessage(state, text, detail);
    };
    banner(State::Failed, u"order_item stopped after 3 attempts."_s, u"Row 288,410 can't be loaded."_s, u"Repair"_s);
    banner(State::Late, u"bastion asks for a verification code."_s, {}, u"Answer"_s);
    banner(State::Stale, u"Offline. Shown as of 08:41."_s, {}, u"Reconnect"_s);
    banner(State::Info, u"A newer job file is in the pool."_s, {}, u"Read again"_s);
    return section;
}

QWidget* toastsSection()
{
    QWidget* section = emptySection(u"toasts"_s, u"Toasts: bottom right, 6 s, never for errors"_s);
    addToast(columnOf(section), State::Ok, u"Deployed b77d0e1 to acme test"_s, u"34.1 s, 9 of 9 steps"_s, u"Open"_s);
    addToast(columnOf(section), State::Running, u"Verify started on 42 tables"_s, u"about 6 minutes"_s, u"Watch"_s);
    return section;
}

QWidget* absenceSection()
{
    QWidget* section = emptySection(u"empty"_s, u"Empty"_s);
    auto* empty = new EmptyState(u"empty"_s);
    empty->setContent(u"No jobs in this pool"_s, u"Create one from a table, or open a folder."_s, u"From a table"_s);
    empty->layout()->setContentsMargins(0, 0, 0, 0);
    columnOf(section)->addWidget(empty);
    return section;
}

QWidget* sheetSection()
{
    QWidget* section = emptySection(u"sheet"_s, u"Sheet: Cancel has the keyboard"_s);
    auto* sheet = new Sheet(u"sheet"_s, section);
    sheet->setWindowFlags(Qt::Widget); // lies in the page instead of above it
    sheet->setFixedWidth(440);
    sheet->setDangerous(true);
    sheet->setWords(u"Take order_item over?"_s, u"Its owner is stopped first. Nothing that is applied is lost."_s);
    sheet->addFact(u"Owner"_s, u"loader on etl02, since 01:58"_s, State::Running);
    sheet->addFact(u"Window"_s, u"02:00 to 01:58"_s);
    sheet->addButton(makeButton(ButtonRole::Plain, u"sheet.cancel"_s, u"Cancel"_s));
    sheet->addButton(makeButton(ButtonRole::Danger, u"sheet.takeOver"_s, u"Take over"_s));
    columnOf(section)->addWidget(sheet);
    return section;
}

QWidget* keysSection()
{
    QWidget* section = emptySection(u"keys"_s, u"Keys"_s);
    const auto note = [](const QString& text) { return new TextLabel(TextLabel::field, text); };
    columnOf(section)->addLayout(rowOf({new KeyLine(u"Ctrl+K"_s), note(u"find"_s), new KeyLine(u"Ctrl+1…8"_s),
                                        note(u"pages"_s), new KeyLine(u"F8"_s), note(u"next problem"_s)}));
    return section;
}

} // namespace tidegate
