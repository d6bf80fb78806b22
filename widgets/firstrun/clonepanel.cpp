// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/firstrun/clonepanel.h"

#include "models/language.h"
#include "widgets/components/buttons.h"
#include "widgets/components/textlabel.h"
#include "widgets/theme/theme.h"

#include <QDir>
#include <QGridLayout>
#include <QLineEdit>

namespace tidegate {

using namespace Qt::Literals::StringLiterals;

namespace {

QLineEdit* makeLine(const QString& name, QWidget* parent)
{
    auto* line = new QLineEdit(parent);
    line->setObjectName(name);
    const auto restyle = [line] { line->setFont(Theme::instance().mono(12)); };
    QObject::connect(&Theme::instance(), &Theme::changed, line, restyle);
    restyle();
    return line;
}

} // namespace

ClonePanel::ClonePanel(QWidget* parent)
    : QWidget(parent), m_address(makeLine(u"firstrun.address"_s, this)),
      m_folder(makeLine(u"firstrun.cloneFolder"_s, this)),
      m_start(makeButton(
          ButtonRole::Primary, u"firstrun.clone"_s, [] { return tr("Clone"); }, this)),
      m_stop(makeButton(
          ButtonRole::Plain, u"firstrun.stopClone"_s, [] { return tr("Stop"); }, this)),
      m_progress(new TextLabel(TextLabel::note, this))
{
    setObjectName(u"firstrun.clonePanel"_s);
    m_progress->setObjectName(u"firstrun.progress"_s);
    translated(this, [this] {
        m_address->setAccessibleName(tr("Address of the repository"));
        m_address->setPlaceholderText(tr("git@host:team/pool.git or https://…"));
        m_folder->setAccessibleName(tr("Folder for the clone"));
        m_folder->setPlaceholderText(tr("Folder for the clone"));
    });
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 16);
    grid->setHorizontalSpacing(12);
    grid->setVerticalSpacing(8);
    grid->addWidget(new TextLabel(
                        TextLabel::field, [] { return tr("Address"); }, this),
                    0, 0);
    grid->addWidget(m_address, 0, 1);
    grid->addWidget(new TextLabel(
                        TextLabel::field, [] { return tr("Into"); }, this),
                    1, 0);
    grid->addWidget(m_folder, 1, 1);
    auto* row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(m_progress, 1);
    row->addWidget(m_stop);
    row->addWidget(m_start);
    grid->addLayout(row, 2, 1);
    connect(m_address, &QLineEdit::textChanged, this, &ClonePanel::proposeFolder);
    connect(m_address, &QLineEdit::returnPressed, this, &ClonePanel::start);
    connect(m_folder, &QLineEdit::returnPressed, this, &ClonePanel::start);
    connect(m_start, &QPushButton::clicked, this, &ClonePanel::start);
    connect(m_stop, &QPushButton::clicked, &m_cloner, &PoolCloner::cancel);
    connect(&m_cloner, &PoolCloner::progressed, this, &ClonePanel::showProgress);
    connect(&m_cloner, &PoolCloner::cloned, this, [this](const QString& folder) {
        showRunning(false);
        Q_EMIT cloned(folder);
    });
    connect(&m_cloner, &PoolCloner::failed, this, [this](const Error& error) {
        showRunning(false);
        Q_EMIT failed(error);
    });
    connect(&m_cloner, &PoolCloner::cancelled, this, [this] {
        showRunning(false);
        m_progress->setText([] { return tr("Stopped. What git had begun, it took away again."); });
    });
    showRunning(false);
}

void ClonePanel::proposeFolder()
{
    if (m_folder->text() != m_proposed)
        return;
    const QString name = PoolCloner::nameFrom(m_address->text());
    m_proposed = name.isEmpty() ? QString() : QDir::home().filePath(name);
    m_folder->setText(m_proposed);
}

void ClonePanel::start()
{
    if (m_cloner.isRunning())
        return;
    Q_EMIT started();
    showRunning(true);
    m_cloner.start(m_address->text(), m_folder->text());
}

void ClonePanel::showRunning(bool running)
{
    m_stop->setVisible(running);
    m_start->setEnabled(!running);
    m_address->setEnabled(!running);
    m_folder->setEnabled(!running);
    if (!running)
        m_progress->setText(QString());
}

void ClonePanel::showProgress(const QString& text, int percent)
{
    m_progress->setText(percent < 0 ? text : tr("%1, %2 %").arg(text).arg(percent));
}

} // namespace tidegate
