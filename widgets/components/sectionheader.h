// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/phrase.h"

#include <QAbstractButton>

namespace tidegate {

/// The name of a section and a hairline to the right end. Foldable ones are buttons with a chevron; folded, they show a
/// summary of what is inside.
class SectionHeader final : public QAbstractButton
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SectionHeader)

public:
    SectionHeader(const QString& name, const Phrase& title, QWidget* parent = nullptr);

    /// `content` is shown while the header is unfolded.
    void setFoldable(QWidget* content, bool folded);
    [[nodiscard]] bool isFolded() const { return isCheckable() && !isChecked(); }
    /// After the title, in the quiet colour; of a foldable section only while it is folded.
    void setSummary(const QString& summary);

    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QString m_summary;
};

} // namespace tidegate
