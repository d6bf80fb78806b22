// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace tidegate {

class LogFilterProxy;
class LogModel;
class LogView;
class SegmentSwitch;
class TabStrip;
class TextLabel;

/// The log below the page: tab, scope and age, levels, lines.
class LogDock final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LogDock)

public:
    explicit LogDock(LogModel* model, QWidget* parent = nullptr);

    void setJob(const QString& job);
    [[nodiscard]] LogView* view() const { return m_view; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void describe();

    QString m_job;
    LogFilterProxy* m_lines;
    TabStrip* m_tabs;
    TextLabel* m_scope;
    SegmentSwitch* m_levels;
    LogView* m_view;
};

} // namespace tidegate
