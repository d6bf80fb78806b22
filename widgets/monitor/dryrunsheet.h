// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/monitor/dryrunreport.h"
#include "widgets/components/sheet.h"

class QStackedWidget;

namespace tidegate {

class SqlEditor;
class TabStrip;

/// What a run would do: window, rows, locks and warnings, then the SQL of both ends and how the servers would carry it
/// out.
class DryRunSheet final : public Sheet
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DryRunSheet)

public:
    /// `run` outlives the sheet, which is closed when the page is.
    DryRunSheet(DryRunReport* run, QWidget* page);

Q_SIGNALS:
    /// It looks right: run it.
    void runWanted();

protected:
    void fitInto(const QSize& room) override;

private:
    void showRun();
    void showFacts();
    void showText();
    [[nodiscard]] QString textOf(const QString& tab) const;
    [[nodiscard]] QString waiting() const;

    DryRunReport* m_run;
    TabStrip* m_tabs;
    SqlEditor* m_text;
    QPushButton* m_go;
};

} // namespace tidegate
