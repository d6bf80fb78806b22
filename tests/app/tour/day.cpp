// SPDX-License-Identifier: GPL-3.0-or-later
#include "day.h"

#include "app/console.h"
#include "app/mainwindow.h"
#include "widgets/components/formfield.h"
#include "widgets/components/pageheader.h"
#include "widgets/components/sheet.h"
#include "widgets/editor/sqleditor.h"
#include "widgets/overview/answerheader.h"
#include "widgets/page.h"
#include "windowpicture.h"

namespace tidegate {

using namespace Qt::Literals::StringLiterals;

namespace {
const auto mainJob = u"order_item"_s;
const auto otherJob = u"orders"_s;
/// Of a million; the charts show something by then.
constexpr qint64 midway = 450'000;
} // namespace

Day::Day(Console* console, MainWindow* window, Album* album)
    : m_console(console), m_window(window), m_album(album), m_hands(window)
{
}

bool Day::live()
{
    return lookAround() && findTheJob() && makeAMistake() && mendAndSave() && tryDry() && loadIt() && breakAnother() &&
           seeWhoNeedsYou() && goHome();
}

bool Day::snap(const Words& words)
{
    Hands::look();
    return m_album->add(windowPicture(*m_window), words.name, words.title, words.keys, words.text);
}

bool Day::openJob(const QString& job)
{
    m_hands.press(Qt::Key_2, Qt::ControlModifier);
    m_hands.press(Qt::Key_P, Qt::ControlModifier);
    m_hands.type(job);
    m_hands.press(Qt::Key_Return);
    return Hands::waitUntil(u"the job "_s + job, [this, job] {
        const auto* header = m_window->currentPage()->findChild<PageHeader*>();
        return header && header->title() == job;
    });
}

bool Day::save()
{
    m_hands.press(Qt::Key_S, Qt::ControlModifier);
    return Hands::waitUntil(u"saved"_s, [this] { return m_console->workspace()->unsavedCount() == 0; });
}

bool Day::waitForEnd(const QString& job, bool well)
{
    return Hands::waitUntil(u"the end of "_s + job, [this, job, well] {
        const RunStatus status = m_console->runs()->status(job);
        return status.stage != RunStatus::Stage::Never && !status.isActive() && status.isWell() == well;
    });
}

bool Day::lookAround()
{
    const auto* header = m_window->findChild<AnswerHeader*>(u"overview.header"_s);
    return Hands::waitUntil(u"an answer"_s, [header] { return !header->answer().isEmpty(); }) &&
           snap({u"overview"_s, u"The answer first"_s, u"`Ctrl 1`"_s,
                 u"Overview says in one sentence whether somebody is needed. This pool is new: nothing has run, and "
                 "nothing pretends to have."_s});
}

bool Day::findTheJob()
{
    const auto* sql = m_window->findChild<SqlEditor*>(u"sqlPreview"_s);
    return openJob(mainJob) &&
           Hands::waitUntil(u"its SQL"_s, [sql] { return sql->text().contains(u"sales.order_item"_s); }) &&
           snap({u"job"_s, u"A job is a form, and the SQL that it becomes"_s,
                 u"`Ctrl 2`, `Ctrl P`, `order_item`, `Enter`"_s,
                 u"Beside each field stands what the databases say about it. The watermark is joined from the order, "
                 "so an item counts as changed when its order did. What is shown at the right is what runs, byte for "
                 "byte."_s});
}

bool Day::makeAMistake()
{
    if (!m_hands.goTo(u"field.watermark.lag"_s))
        return false;
    m_hands.press(Qt::Key_A, Qt::ControlModifier);
    m_hands.type(u"2"_s);
    m_hands.press(Qt::Key_Tab);
    const auto* row = m_window->findChild<FormField*>(u"row.watermark.lag"_s);
    return Hands::waitUntil(u"the error"_s, [row] { return !row->message().isEmpty(); }) &&
           snap({u"mistake"_s, u"A mistake is told where it is made"_s, u"in *Lag*: `2`, `Tab`"_s,
                 u"In words, with what would be right. `F8` goes from problem to problem."_s});
}

bool Day::mendAndSave()
{
    if (!m_hands.goTo(u"field.watermark.lag.fix"_s))
        return false;
    m_hands.press(Qt::Key_Space);
    if (!m_hands.goTo(u"both"_s))
        return false;
    m_hands.press(Qt::Key_Space);
    if (!m_hands.goTo(u"yamlEditor"_s))
        return false;
    m_hands.press(Qt::Key_End, Qt::ControlModifier);
    m_hands.type(u"tuning: { rate_limit: 12MiB/s }"_s);
    m_hands.press(Qt::Key_Escape); // what is proposed
    if (!snap({u"both"_s, u"Form and text are one document"_s,
               u"`Use 2m`, *Both*, a line typed at the end of the text; then `Ctrl S`"_s,
               u"The file keeps its comments and its order. Lines that differ from the last commit carry a bar."_s}))
        return false;
    return save();
}

bool Day::tryDry()
{
    m_hands.press(Qt::Key_3, Qt::ControlModifier);
    if (!m_hands.goTo(u"monitor.job"_s))
        return false;
    m_hands.type(mainJob);
    m_hands.press(Qt::Key_R, Qt::ControlModifier | Qt::ShiftModifier);
    const auto isOpen = [this] {
        const auto* text = m_window->findChild<SqlEditor*>(u"monitor.dryRun.text"_s);
        return text && text->isVisible() && text->text().contains(u"sales.order_item"_s);
    };
    const bool shown = Hands::waitUntil(u"the dry run"_s, isOpen) &&
                       snap({u"dry-run"_s, u"What would happen"_s, u"`Ctrl 3`, `order_item`, `Ctrl Shift R`"_s,
                             u"A dry run asks both servers and writes nothing: both SQLs, both plans, the rows to "
                             "expect, the locks it would take."_s});
    m_hands.press(Qt::Key_Escape);
    return shown;
}

bool Day::loadIt()
{
    m_hands.press(Qt::Key_R, Qt::ControlModifier);
    const auto isMidway = [this] { return m_console->runs()->status(mainJob).rows.read >= midway; };
    return Hands::waitUntil(u"half of the rows"_s, isMidway) &&
           snap({u"running"_s, u"Rows flow"_s, u"`Ctrl R`"_s,
                 u"Progress, every counter of the engine, and which side waits for the other, measured by the engine "
                 "itself. Nothing of it is visible in the warehouse yet: it arrives in one transaction."_s}) &&
           waitForEnd(mainJob, true) &&
           snap({u"applied"_s, u"Applied, with its ledger row"_s, u""_s,
                 u"Rows and ledger row were committed together. Kill it in the middle and start it again: nothing is "
                 "missing, and nothing is there twice."_s});
}

bool Day::breakAnother()
{
    if (!openJob(otherJob) || !m_hands.goTo(u"form"_s))
        return false;
    m_hands.press(Qt::Key_Space);
    if (!m_hands.goTo(u"field.source.where"_s))
        return false;
    m_hands.type(u"t.closed_at is null"_s);
    if (!save())
        return false;
    m_hands.press(Qt::Key_R, Qt::ControlModifier);
    return waitForEnd(otherJob, false) &&
           snap({u"failed"_s, u"A failure says what, where, and what to do"_s,
                 u"`Ctrl 2`, `Ctrl P`, `orders`, `Enter`, *Form*, a condition on a column that is not there, `Ctrl S`, "
                 "`Ctrl R`"_s,
                 u"The banner says which server, what it said and what to do; the log keeps it. Nothing was changed in "
                 "the warehouse."_s});
}

bool Day::seeWhoNeedsYou()
{
    m_hands.press(Qt::Key_1, Qt::ControlModifier);
    const auto* header = m_window->findChild<AnswerHeader*>(u"overview.header"_s);
    return Hands::waitUntil(u"one that needs somebody"_s, [header] { return header->answer().startsWith(u'1'); }) &&
           snap({u"needs-you"_s, u"Who needs you, and why"_s, u"`Ctrl 1`"_s,
                 u"The reason in a sentence, what to do, and the ways to its log and its run."_s});
}

bool Day::goHome()
{
    m_hands.press(Qt::Key_Return);
    if (!Hands::waitUntil(u"the job"_s, [this] { return m_window->currentPage()->id() == u"jobs"; }) ||
        !m_hands.goTo(u"field.source.where"_s))
        return false;
    m_hands.press(Qt::Key_A, Qt::ControlModifier);
    m_hands.press(Qt::Key_Delete);
    if (!save())
        return false;
    m_hands.press(Qt::Key_R, Qt::ControlModifier);
    if (!waitForEnd(otherJob, true))
        return false;
    for (const QString& job : {u"customer"_s, u"store"_s}) {
        if (!openJob(job))
            return false;
        m_hands.press(Qt::Key_R, Qt::ControlModifier);
        if (!waitForEnd(job, true))
            return false;
    }
    m_hands.press(Qt::Key_1, Qt::ControlModifier);
    const auto* header = m_window->findChild<AnswerHeader*>(u"overview.header"_s);
    return Hands::waitUntil(u"nobody is needed"_s,
                            [header] { return header->answer().startsWith(u"Nothing needs"); }) &&
           snap({u"evening"_s, u"Nothing needs you"_s,
                 u"`Enter`, the condition taken out, `Ctrl S`, `Ctrl R`; the other jobs; `Ctrl 1`"_s,
                 u"Every job has run, with its rows and its delay. None was verified yet, and that is said, too."_s});
}

} // namespace tidegate
