// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/firstrun/poolcloner.h"

#include <QWidget>

class QLineEdit;
class QPushButton;

namespace tidegate {

class TextLabel;

/// Address and folder of a clone, how far it is, and a way to stop it.
class ClonePanel final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ClonePanel)

public:
    explicit ClonePanel(QWidget* parent = nullptr);

    [[nodiscard]] QLineEdit* line() const { return m_address; }
    [[nodiscard]] bool isRunning() const { return m_cloner.isRunning(); }

Q_SIGNALS:
    void started();
    void cloned(const QString& folder);
    void failed(const tidegate::Error& error);

private:
    void start();
    void proposeFolder();
    void showRunning(bool running);
    void showProgress(const QString& text, int percent);

    PoolCloner m_cloner;
    QLineEdit* m_address;
    QLineEdit* m_folder;
    QPushButton* m_start;
    QPushButton* m_stop;
    TextLabel* m_progress;
    QString m_proposed; ///< what stands in the folder's line unless a person changed it
};

} // namespace tidegate
