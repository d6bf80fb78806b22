// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/monitor/runsheet.h"

#include "models/qtconvert.h"
#include "widgets/components/buttons.h"
#include "widgets/components/sheet.h"
#include "widgets/components/textlabel.h"

#include <QCoreApplication>
#include <QPushButton>

namespace tidegate {

using namespace Qt::Literals::StringLiterals;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(tidegate::RunSheet)
};

void fillTakeOver(Sheet& sheet, const RunStatus& status)
{
    sheet.setWords([job = status.job] { return Words::tr("Take %1 over from its owner?").arg(job); },
                   [] {
                       return Words::tr("The owner's sessions at the target are ended, also in the middle of an apply."
                                        " What it has not committed is rolled back and read again by this run.");
                   });
    const auto detail = [&status](const char* key) {
        return status.error ? toQt(status.error->detail(key)) : QString();
    };
    if (!detail("owner").isEmpty())
        sheet.addFact([] { return Words::tr("Owner"); }, Words::tr("%1 on %2").arg(detail("owner"), detail("host")),
                      State::Running);
    if (!detail("since").isEmpty())
        sheet.addFact([] { return Words::tr("Since"); }, detail("since"));
    sheet.addFact([] { return Words::tr("Way back"); },
                  [] { return Words::tr("none is needed: the ledger says what was applied, and nothing twice"); });
    sheet.setDangerous(true);
}

void fillAcceptChange(Sheet& sheet, const RunStatus& status)
{
    sheet.setWords([job = status.job] { return Words::tr("Go on with %1 after the change?").arg(job); },
                   [] {
                       return Words::tr("The next window is read with the job as it is now. Rows that are applied"
                                        " already stay as they are: right for a change that does not concern them.");
                   });
    if (status.error)
        sheet.addFact([] { return Words::tr("Changed"); }, toQt(status.error->message), State::Late);
    sheet.addFact([] { return Words::tr("Otherwise"); },
                  [] { return Words::tr("reload the whole table, which reads everything anew"); });
}

void fillReload(Sheet& sheet, const RunStatus& status)
{
    sheet.setWords([job = status.job] { return Words::tr("Load the whole table of %1 again?").arg(job); },
                   [] {
                       return Words::tr("Everything is read into a table beside the target, counted, and swapped in"
                                        " together with its ledger row. Until then readers see the old rows.");
                   });
    sheet.addFact([] { return Words::tr("Source"); },
                  [] { return Words::tr("is read from its first to its last row"); }, State::Late);
    sheet.addFact([] { return Words::tr("Way back"); },
                  [] { return Words::tr("stop it before the swap and nothing has changed; after it there is none"); });
    sheet.setDangerous(true);
}

void fillAgain(Sheet& sheet, const RunStatus& status)
{
    sheet.setWords([job = status.job] { return Words::tr("Read the last window of %1 once more?").arg(job); },
                   [] {
                       return Words::tr("Every row of the last applied window is read again. Rows that are equal stay,"
                                        " others are replaced; the frontier does not move.");
                   });
    if (status.hasWindow)
        sheet.addFact(
            [] { return Words::tr("Window"); },
            Words::tr("%1 to %2").arg(status.lo.isEmpty() ? Words::tr("the beginning") : status.lo, status.hi));
}

} // namespace

QString wayText(RunWay way)
{
    switch (way) {
    case RunWay::Plain:
        return Words::tr("Run again");
    case RunWay::DryRun:
        return Words::tr("Dry run…");
    case RunWay::Again:
        return Words::tr("Read the window again…");
    case RunWay::AcceptChange:
        return Words::tr("Accept the change…");
    case RunWay::TakeOver:
        return Words::tr("Take over…");
    case RunWay::Reload:
        break;
    }
    return Words::tr("Reload the table…");
}

Sheet* makeRunSheet(RunWay way, const RunStatus& status, QWidget* page)
{
    auto* sheet = new Sheet(u"monitor.sheet"_s, page);
    const bool dangerous = way == RunWay::TakeOver || way == RunWay::Reload;
    Phrase go;
    switch (way) {
    case RunWay::TakeOver:
        fillTakeOver(*sheet, status);
        go = [] { return Words::tr("End it and run"); };
        break;
    case RunWay::AcceptChange:
        fillAcceptChange(*sheet, status);
        go = [] { return Words::tr("Accept and run"); };
        break;
    case RunWay::Reload:
        fillReload(*sheet, status);
        go = [] { return Words::tr("Load everything"); };
        break;
    default:
        fillAgain(*sheet, status);
        go = [] { return Words::tr("Read it again"); };
        break;
    }
    auto* cancel = sheet->addButton(makeButton(
        ButtonRole::Plain, u"monitor.sheet.cancel"_s, [] { return Words::tr("Cancel"); }, sheet));
    auto* accept = sheet->addButton(
        makeButton(dangerous ? ButtonRole::Danger : ButtonRole::Primary, u"monitor.sheet.go"_s, go, sheet));
    QObject::connect(cancel, &QPushButton::clicked, sheet, &QDialog::reject);
    QObject::connect(accept, &QPushButton::clicked, sheet, &QDialog::accept);
    sheet->setAttribute(Qt::WA_DeleteOnClose);
    return sheet;
}

} // namespace tidegate
