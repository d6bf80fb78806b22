// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLineEdit;

namespace tidegate {

/// The folder of a pool by its path, typed or chosen.
class OpenPanel final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(OpenPanel)

public:
    explicit OpenPanel(QWidget* parent = nullptr);

    void setFolder(const QString& folder);
    [[nodiscard]] QLineEdit* line() const { return m_line; }

Q_SIGNALS:
    void openWanted(const QString& folder);

private:
    void browse();

    QLineEdit* m_line;
};

} // namespace tidegate
