// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/chart/chartpainter.h"

#include <QList>
#include <QPixmap>
#include <QWidget>

#include <optional>
#include <utility>
#include <vector>

namespace tidegate {

class TimeAxis;

/// One quantity over time, in up to four lines. Zero lies on the axis, missing data is hatched, old data is hatched to
/// now and its value gets a question mark. The picture is kept, so that a moving cursor costs nothing.
class ChartWidget final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ChartWidget)

public:
    enum class DataState { Empty, Current, Stale };

    ChartWidget(const QString& name, const QString& title, TimeAxis* axis, QWidget* parent = nullptr);

    /// The data must outlive the chart or the next call.
    void setSeries(const QList<ChartSeries>& series);
    /// How long after a point the next one is due, in ms. Three missing ones are "no data".
    void setExpectedStep(qint64 milliseconds);
    /// The data has grown, or the theme is another.
    void refresh();

    [[nodiscard]] DataState dataState() const;
    [[nodiscard]] std::vector<std::pair<qint64, qint64>> visibleGaps() const;
    /// "12.6 k", at the cursor or the newest; "–" without data, "10.1 k?" when stale.
    [[nodiscard]] QString valueText(const ChartSeries& series) const;
    /// What the chart shows, in a sentence, for those who can't see it.
    [[nodiscard]] QString summary() const;

    [[nodiscard]] QSize sizeHint() const override { return {480, 170}; }
    [[nodiscard]] QSize minimumSizeHint() const override { return {240, 120}; }

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    [[nodiscard]] std::optional<qint64> newest() const;
    [[nodiscard]] QRect plotRect() const;
    [[nodiscard]] ChartPainter::Frame frame() const;
    void paintPicture();
    void paintAbsence(ChartPainter& chart) const;
    void paintHead(QPainter& painter) const;
    void paintCursor(QPainter& painter) const;
    void moveCursor(qint64 by);

    QString m_title;
    TimeAxis* m_axis;
    QList<ChartSeries> m_series;
    qint64 m_step = 1000;
    QPixmap m_picture;
};

} // namespace tidegate
