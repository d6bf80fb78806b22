// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/joblistroles.h"

#include <QSortFilterProxyModel>

namespace tidegate {

/// The jobs that match the search text and the chip; customers without any are hidden.
class JobListProxy final : public QSortFilterProxyModel
{
    Q_OBJECT

public:
    enum class Show { All, Failing, Edited };

    explicit JobListProxy(QObject* parent = nullptr);

    /// Words that must all occur in the job's or the customer's name.
    void setSearch(const QString& text);
    void setShow(Show show);
    [[nodiscard]] Show show() const { return m_show; }

protected:
    bool filterAcceptsRow(int row, const QModelIndex& parent) const override;

private:
    QStringList m_words;
    Show m_show = Show::All;
};

} // namespace tidegate
