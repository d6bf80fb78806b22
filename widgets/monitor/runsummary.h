// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/monitor/runstatus.h"

#include <QWidget>

#include <optional>

namespace tidegate {

class PartsBar;
class StatRow;
class TextLabel;
struct Eta;
struct MetricsSeries;

/// How far the target is behind its source.
struct DelayFacts
{
    std::optional<double> seconds;
    double gained = 0; ///< above 0: it fell with the last window
    QString hi;
};

/// How far the run is and what it counted: percent, sentence, bar, every counter of the engine.
class RunSummaryView final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RunSummaryView)

public:
    explicit RunSummaryView(QWidget* parent = nullptr);

    void showRun(const RunStatus& status, const MetricsSeries* series);
    void showDelay(const DelayFacts& delay);
    /// "4–6 min, from 60 s and 9 runs"; nothing where nothing is known.
    void showEta(const std::optional<Eta>& eta);
    /// "last progress 0.8 s ago"; absent: nothing runs.
    void showAge(std::optional<double> seconds);

private:
    void addStats();
    void showParts(const RunStatus& status);
    void showNumbers(const RunStatus& status);
    void showRates(const RunStatus& status, const MetricsSeries* series);

    TextLabel* m_percent;
    TextLabel* m_sentence;
    TextLabel* m_age;
    PartsBar* m_bar;
    StatRow* m_stats;
};

} // namespace tidegate
