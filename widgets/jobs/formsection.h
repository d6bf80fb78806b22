// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/jobfields.h"

#include <QWidget>

class QVBoxLayout;

namespace tidegate {

class SectionHeader;

/// A section of the form: name, hairline, rows. A folded one is a button with a sentence of what is inside.
class FormSection final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FormSection)

public:
    explicit FormSection(const JobSection& section, QWidget* parent = nullptr);

    [[nodiscard]] const JobSection& section() const { return m_section; }
    /// Where its rows go.
    [[nodiscard]] QVBoxLayout* rows() const { return m_rows; }
    void setSummary(const QString& summary);
    void unfold();

private:
    const JobSection& m_section;
    SectionHeader* m_header;
    QWidget* m_content;
    QVBoxLayout* m_rows;
};

} // namespace tidegate
