// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/overview/overviewtotals.h"
#include "models/overview/upcomingmodel.h"

#include <QWidget>

class QListView;
class QPushButton;

namespace tidegate {

class ProofBar;
class TextLabel;

/// Right of the table, or below it: what verification says of all jobs, and what the schedule fires next.
class OverviewSide final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(OverviewSide)

public:
    static constexpr int panelWidth = 296;

    explicit OverviewSide(QWidget* parent = nullptr);

    /// `known` false: nobody answered yet, so nothing is claimed.
    void setSnapshot(const OverviewSnapshot& snapshot, const OverviewTotals& totals, const QDateTime& now, bool known);
    /// A column of its own with a tint, or a part of the page.
    void setPanel(bool panel);

Q_SIGNALS:
    void jobOpened(const QString& job);
    /// The schedule is to be switched on or off.
    void scheduleWanted(bool enabled);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QWidget* makeProofs();
    QWidget* makeUpcoming();
    void showUpcoming(const OverviewSnapshot& snapshot, bool known);

    UpcomingModel m_upcoming;
    bool m_panel = true;
    bool m_enabled = false; ///< the schedule
    TextLabel* m_level;
    ProofBar* m_bar;
    class ProofListModel* m_proofs;
    QListView* m_proofList;
    QListView* m_upcomingList;
    TextLabel* m_upcomingNote;
    QPushButton* m_switch;
};

} // namespace tidegate
