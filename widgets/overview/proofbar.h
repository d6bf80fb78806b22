// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/overview/overviewtotals.h"

#include <QWidget>

namespace tidegate {

/// All jobs as one bar, by what the last verification said.
class ProofBar final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ProofBar)

public:
    explicit ProofBar(QWidget* parent = nullptr);

    void setCounts(const ProofCounts& counts);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    ProofCounts m_counts;
};

} // namespace tidegate
