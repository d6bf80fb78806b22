// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QWidget>

namespace tidegate {

/// Progress of the parts of a run, side by side: done ones are green, those under way are blue, the rest is empty.
class PartsBar final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PartsBar)

public:
    explicit PartsBar(const QString& name, QWidget* parent = nullptr);

    /// One number from 0 to 1 per part; below 0: under way, how far is unknown.
    void setParts(const QList<double>& parts);
    /// The run ended badly: what is done stays, in grey.
    void setStopped(bool stopped);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void paintUnknown(QPainter& painter, const QRect& part, const QColor& color) const;

    QList<double> m_parts{0.0};
    bool m_stopped = false;
};

} // namespace tidegate
