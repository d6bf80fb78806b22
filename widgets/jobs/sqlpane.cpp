// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/jobs/sqlpane.h"

#include "models/qtconvert.h"
#include "widgets/components/banner.h"
#include "widgets/components/buttons.h"
#include "widgets/components/focusring.h"
#include "widgets/components/tabstrip.h"
#include "widgets/components/textlabel.h"
#include "widgets/editor/sqleditor.h"
#include "widgets/theme/theme.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

#include <chrono>

namespace tidegate {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

SqlPane::SqlPane(SqlPreview* preview, QWidget* parent)
    : QWidget(parent), m_preview(preview), m_tabs(new TabStrip), m_scope(new TextLabel(TextLabel::note)),
      m_age(new TextLabel(TextLabel::age)), m_banner(new Banner(u"sqlBanner"_s)),
      m_editor(new SqlEditor(u"sqlPreview"_s, this))
{
    setObjectName(u"sqlPane"_s);
    m_tabs->addChoice(u"extract"_s, tr("Extract"));
    m_tabs->addChoice(u"apply"_s, tr("Apply"));
    m_tabs->addChoice(u"ddl"_s, tr("DDL"));
    m_editor->setPreview(true);
    m_editor->setFrameShape(QFrame::NoFrame);
    m_editor->setAccessibleName(tr("SQL of the job"));
    m_banner->addAction(u"askCatalogue"_s, tr("Ask again"));
    connect(m_banner->findChild<QPushButton*>(u"askCatalogue"_s), &QPushButton::clicked, preview, &SqlPreview::refresh);
    auto* copy = makeIconButton(u"copySql"_s, u"copy"_s, tr("Copy the SQL"));
    auto* reload = makeIconButton(u"reloadCatalogue"_s, u"reload"_s, tr("Read the catalogue again"));
    connect(copy, &QPushButton::clicked, this, [this] { QGuiApplication::clipboard()->setText(m_editor->text()); });
    connect(reload, &QPushButton::clicked, preview, &SqlPreview::refresh);

    auto* top = new QHBoxLayout;
    top->setContentsMargins(12, 0, 12, 0);
    top->addWidget(m_tabs);
    top->addStretch(1);
    top->addWidget(reload);
    top->addWidget(copy);
    auto* notes = new QHBoxLayout;
    notes->setContentsMargins(16, 8, 16, 8);
    m_scope->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    notes->addWidget(m_scope, 1);
    notes->addWidget(m_age);
    auto* banner = new QHBoxLayout;
    banner->setContentsMargins(12, 0, 12, 8);
    banner->addWidget(m_banner);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(1, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(top);
    column->addLayout(notes);
    column->addLayout(banner);
    column->addWidget(m_editor, 1);

    connect(m_tabs, &ChoiceStrip::currentChanged, this, &SqlPane::refresh);
    connect(preview, &SqlPreview::changed, this, &SqlPane::refresh);
    m_ageTimer.setInterval(5s);
    connect(&m_ageTimer, &QTimer::timeout, this, &SqlPane::refreshNotes);
    m_ageTimer.start();
}

SqlPreview::What SqlPane::what() const
{
    if (m_tabs->current() == u"apply")
        return SqlPreview::What::Apply;
    return m_tabs->current() == u"ddl" ? SqlPreview::What::Ddl : SqlPreview::What::Extract;
}

void SqlPane::refresh()
{
    m_editor->reload(m_preview->text(what()));
    refreshProblem();
    refreshNotes();
}

void SqlPane::refreshProblem()
{
    const auto problem = m_preview->problem();
    if (!problem) {
        m_banner->clear();
        return;
    }
    const bool file = problem->code == ErrorCode::Invalid || problem->code == ErrorCode::Unsupported;
    m_banner->showMessage(file ? State::Late : State::Failed, toQt(problem->message), toQt(problem->hint));
    m_banner->findChild<QPushButton*>(u"askCatalogue"_s)->setVisible(!file);
}

void SqlPane::refreshNotes()
{
    m_scope->setText(what() == SqlPreview::What::Extract ? m_preview->windowText() : QString());
    const auto at = m_preview->catalogueAt();
    if (m_preview->isReading())
        m_age->setText(tr("reading the catalogue"));
    else if (!at.isValid())
        m_age->clear();
    else if (const auto seconds = at.secsTo(QDateTime::currentDateTime()); seconds < 60)
        m_age->setText(tr("catalogue %1 s old").arg(seconds));
    else
        m_age->setText(tr("catalogue as of %1").arg(at.toString(u"HH:mm"_s)));
}

void SqlPane::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(QRect(0, 0, 1, height()), themeColor(Token::Line));
    painter.fillRect(QRect(1, m_tabs->height(), width() - 1, m_editor->y() - m_tabs->height()),
                     themeColor(Token::Chrome));
    paintHairline(painter, 1, m_tabs->height() - 1, width() - 1);
    paintHairline(painter, 1, m_editor->y() - 1, width() - 1);
}

} // namespace tidegate
