// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QComboBox;

namespace tidegate {

class FormField;
class SegmentSwitch;

/// Colours, language, density, size. Everything takes effect at once but the size, which a running program can't
/// change.
class AppearanceForm final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(AppearanceForm)

public:
    explicit AppearanceForm(QWidget* parent = nullptr);

    /// In per cent, as it will be at the next start.
    void setScale(int percent);
    [[nodiscard]] QWidget* first() const;

Q_SIGNALS:
    void scaleChosen(int percent);

private:
    void makeColours();
    void makeLanguage();
    void makeDensity();
    void makeScale();
    void show();

    QComboBox* m_colours;
    QComboBox* m_language;
    SegmentSwitch* m_density;
    QComboBox* m_scale;
    FormField* m_scaleField = nullptr;
};

} // namespace tidegate
