// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QWidget>

namespace tidegate {

class PaletteButton;
class PlaceButton;

/// Where one is: the top 44 px of the window. The left block is as wide as the rail. Production is solid crimson with
/// a band above it, everything else is quiet.
class EnvironmentBar final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(EnvironmentBar)

public:
    static constexpr int bandHeight = 3; ///< of the strip above production

    explicit EnvironmentBar(QWidget* parent = nullptr);

    struct Place
    {
        QString name;  ///< of the customer, or of the pool until there are environments
        QString stage; ///< prod, test, dev; empty: no tag
        QString path;  ///< route or folder, in mono
    };
    void setPlace(const Place& place);
    [[nodiscard]] PaletteButton* search() const { return m_search; }
    /// The left block as something to press: it opens the choice of places.
    [[nodiscard]] PlaceButton* placeButton() const { return m_button; }
    [[nodiscard]] bool isProduction() const { return m_place.stage == QLatin1StringView("prod"); }

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void paintBlock(QPainter& painter, const QRect& block) const;
    void paintTag(QPainter& painter, int left, const QRect& block) const;

    void describe();

    Place m_place;
    PlaceButton* m_button;
    PaletteButton* m_search;
};

} // namespace tidegate
