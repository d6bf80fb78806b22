// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/phrase.h"
#include "widgets/chart/chartpainter.h"

#include <QList>
#include <QPixmap>
#include <QWidget>

#include <optional>
#include <utility>
#include <vector>

namespace tidegate {

class TimeAxis;

/// Something that happened at a moment.
struct ChartMarker
{
    qint64 at = 0; ///< ms since 1970
    QString label;
    Token color = Token::Text2;

    friend bool operator==(const ChartMarker&, const ChartMarker&) = default;
};

/// One quantity over time, in up to four lines. Zero lies on the axis, missing data is hatched, old data is hatched to
/// now and its value gets a question mark. The picture is kept, so that a moving cursor costs nothing.
class ChartWidget final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ChartWidget)

public:
    enum class DataState { Empty, Current, Stale };
    using Stretch = std::pair<qint64, qint64>; ///< from, to in ms since 1970

    ChartWidget(const QString& name, const Phrase& title, TimeAxis* axis, QWidget* parent = nullptr);

    /// The data must outlive the chart or the next call.
    void setSeries(const QList<ChartSeries>& series);
    /// How long after a point the next one is due, in ms. Three missing ones are "no data".
    void setExpectedStep(qint64 milliseconds);
    /// Nothing was to be measured outside of these: a pause there is none, and not missing data. Absent: always.
    void setActive(std::optional<std::vector<Stretch>> active);
    void setMarkers(const QList<ChartMarker>& markers);
    /// The time at the cursor is written below this chart.
    void setCursorLabel(bool shown) { m_cursorLabel = shown; }
    /// Values are seconds: written as "3 min 20 s", with an axis in seconds, minutes, hours or days.
    void setDurations(bool durations) { m_durations = durations; }
    /// The data has grown, or the theme is another.
    void refresh();

    [[nodiscard]] QString title() const;
    [[nodiscard]] TimeAxis* axis() const { return m_axis; }
    [[nodiscard]] DataState dataState() const;
    /// Where data is missing that should be there.
    [[nodiscard]] std::vector<Stretch> visibleGaps() const;
    /// "12.6 k", at the cursor or the newest; "–" without data, "10.1 k?" when stale.
    [[nodiscard]] QString valueText(const ChartSeries& series) const;
    /// What the chart shows, in a sentence, for those who can't see it.
    [[nodiscard]] QString summary() const;
    /// "08:44:58: read 12.6 k, staged 12.4 k"; empty without a cursor.
    [[nodiscard]] QString cursorSummary() const;
    void moveCursor(qint64 by);
    /// How far one press of an arrow key goes, in ms.
    [[nodiscard]] qint64 cursorStep() const;

    [[nodiscard]] QSize sizeHint() const override { return {480, 150}; }
    [[nodiscard]] QSize minimumSizeHint() const override { return {240, 110}; }

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    /// What is drawn, made in one pass over the data and kept until the data or the range change.
    struct Drawing
    {
        std::vector<std::vector<TimePoint>> outlines; ///< one per series
        double highest = 1;
        double unit = 1; ///< what one step of the value axis counts in
        std::vector<Stretch> gaps;
        qint64 gap = 0;
    };
    const Drawing& drawing() const;
    [[nodiscard]] std::vector<Stretch> gapsOf(const std::vector<TimePoint>& outline, qint64 longer) const;
    [[nodiscard]] std::optional<qint64> newest() const;
    /// Where nothing was measured at all although something ran.
    [[nodiscard]] std::vector<Stretch> unmeasured(qint64 longer) const;
    [[nodiscard]] QString numberText(double value) const;
    [[nodiscard]] QRect plotRect() const;
    [[nodiscard]] ChartPainter::Frame frame() const;
    void onCursor();
    void paintPicture();
    void paintAbsence(ChartPainter& chart) const;
    void paintHead(QPainter& painter) const;
    void paintCursor(QPainter& painter) const;
    void paintCursorTime(QPainter& painter, int x) const;

    Phrase m_title;
    TimeAxis* m_axis;
    QList<ChartSeries> m_series;
    QList<ChartMarker> m_markers;
    std::optional<std::vector<Stretch>> m_active;
    qint64 m_step = 1000;
    bool m_cursorLabel = true;
    bool m_durations = false;
    bool m_keyboardFocus = false;
    mutable std::optional<Drawing> m_drawing;
    QPixmap m_picture;
};

} // namespace tidegate
