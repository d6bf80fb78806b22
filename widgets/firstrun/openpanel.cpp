// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/firstrun/openpanel.h"

#include "models/language.h"
#include "widgets/components/buttons.h"
#include "widgets/theme/theme.h"

#include <QDir>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QLineEdit>

namespace tidegate {

using namespace Qt::Literals::StringLiterals;

OpenPanel::OpenPanel(QWidget* parent) : QWidget(parent), m_line(new QLineEdit(this))
{
    setObjectName(u"firstrun.openPanel"_s);
    m_line->setObjectName(u"firstrun.path"_s);
    translated(this, [this] {
        m_line->setAccessibleName(tr("Folder of the pool"));
        m_line->setPlaceholderText(tr("Folder that holds pool.yaml"));
    });
    const auto restyle = [this] { m_line->setFont(Theme::instance().mono(12)); };
    connect(&Theme::instance(), &Theme::changed, this, restyle);
    restyle();
    auto* browse = makeButton(
        ButtonRole::Plain, u"firstrun.browse"_s, [] { return tr("Browse…"); }, this);
    auto* open = makeButton(
        ButtonRole::Primary, u"firstrun.open"_s, [] { return tr("Open"); }, this);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 16);
    row->setSpacing(8);
    row->addWidget(m_line, 1);
    row->addWidget(browse);
    row->addWidget(open);
    connect(browse, &QPushButton::clicked, this, &OpenPanel::browse);
    const auto want = [this] { Q_EMIT openWanted(m_line->text()); };
    connect(open, &QPushButton::clicked, this, want);
    connect(m_line, &QLineEdit::returnPressed, this, want);
}

void OpenPanel::setFolder(const QString& folder)
{
    m_line->setText(QDir::toNativeSeparators(folder));
}

void OpenPanel::browse()
{
    auto* dialog =
        new QFileDialog(this, tr("Open a pool"), m_line->text().isEmpty() ? QDir::homePath() : m_line->text());
    dialog->setObjectName(u"firstrun.chooser"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& folder) {
        setFolder(folder);
        Q_EMIT openWanted(folder);
    });
    dialog->open();
}

} // namespace tidegate
