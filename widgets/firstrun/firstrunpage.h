// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"
#include "models/firstrun/demolauncher.h"
#include "widgets/page.h"

#include <QStringList>

class QListView;
class QPushButton;
class QStringListModel;

namespace tidegate {

class Banner;
class ClonePanel;
class FlowPicture;
class OpenPanel;
class StepRow;
class TextLabel;

/// The way in: open a pool, clone one, take one that was open before, or start the demo. Also the way to another pool.
class FirstRunPage final : public Page
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FirstRunPage)

public:
    /// `demoTree`: a folder of the source tree; empty: where this program lies.
    explicit FirstRunPage(const QString& demoTree = {}, QWidget* parent = nullptr);

    /// A pool is open already: no words for beginners, and a way back.
    void setAnother(bool another);
    void setRecent(const QStringList& folders);
    void setFolder(const QString& folder);
    void showError(const Error& error);
    [[nodiscard]] QWidget* initialFocus() const override;
    void showClone();

Q_SIGNALS:
    /// The root of a pool that can be opened.
    void poolChosen(const QString& folder);
    void languageWanted();
    void backWanted();

protected:
    void resizeEvent(QResizeEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    QWidget* makeColumn();
    void addSteps(QWidget* column);
    QWidget* makeDemo();
    void connectAll();
    void showPanel(QWidget* panel);
    void tryFolder(const QString& folder);
    void startDemo();

    DemoLauncher m_demo;
    bool m_another = false;
    FlowPicture* m_flow;
    TextLabel* m_title;
    TextLabel* m_scope;
    Banner* m_banner;
    StepRow* m_language;
    StepRow* m_pool;
    StepRow* m_run;
    QPushButton* m_change;
    QPushButton* m_clone;
    QPushButton* m_open;
    QPushButton* m_back;
    OpenPanel* m_openPanel;
    ClonePanel* m_clonePanel;
    TextLabel* m_recentTitle;
    QListView* m_recent;
    QStringListModel* m_recentFolders;
    QPushButton* m_demoButton;
    TextLabel* m_demoNote;
};

} // namespace tidegate
