// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/overview/attentionmodel.h"
#include "models/overview/overviewfeed.h"
#include "models/overview/overviewmodel.h"
#include "models/overview/overviewtotals.h"
#include "widgets/page.h"

#include <QTimer>

class QPushButton;
class QScrollArea;
class QVBoxLayout;

namespace tidegate {

class AnswerHeader;
class AttentionView;
class Banner;
class EmptyState;
class OverviewSide;
class OverviewTable;
class StatRow;

/// The first page: whether anything needs a person, why, and how every job stands.
class OverviewPage final : public Page
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(OverviewPage)

public:
    /// Both outlive the page.
    OverviewPage(OverviewFeed* feed, PoolModel* pool, QWidget* parent = nullptr);

    /// Customer and stage, or the pool's name and nothing.
    void setPlace(const QString& name, const QString& stage);

    [[nodiscard]] PageBadge badge() const override;
    [[nodiscard]] QWidget* initialFocus() const override;
    [[nodiscard]] QList<QWidget*> regions() const override;
    void registerActions(ActionRegistry& registry) override;
    /// Makes a job the current row.
    void open(const QString& what) override;

Q_SIGNALS:
    void logWanted(const QString& job);

protected:
    void resizeEvent(QResizeEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    QWidget* makeContent();
    void addStats();
    void connectViews();
    void onFeed();
    void askSchedule(bool enabled);
    void show(const QDateTime& now);
    void showAnswer(const OverviewTotals& totals, const QDateTime& now);
    void showStats(const OverviewTotals& totals, const QDateTime& now);
    void showTrouble(const QDateTime& now);
    void showAge();
    [[nodiscard]] QString waitText() const;
    void onSecond();
    void refresh();
    void placeSide();
    [[nodiscard]] QString currentJob() const;
    void scrollTo(QWidget* view, const QRect& row);

    OverviewFeed* m_feed;
    PoolModel* m_pool;
    OverviewModel m_jobs;
    AttentionModel m_needs;
    PageBadge m_badge;
    QTimer m_second;   ///< ages, while the page is seen
    QTimer m_patience; ///< nothing is said about waiting before it ends
    bool m_waited = false;
    int m_seconds = 0;

    QScrollArea* m_area;
    QScrollArea* m_sideArea;
    AnswerHeader* m_header;
    Banner* m_trouble;
    Banner* m_question; ///< whether the schedule is to be switched
    AttentionView* m_attention;
    StatRow* m_stats;
    OverviewTable* m_table;
    OverviewSide* m_side;
    EmptyState* m_empty;
    QPushButton* m_again;
    QVBoxLayout* m_column; ///< of the content; the side panel is its last part in a small window
    QWidget* m_content;
};

} // namespace tidegate
