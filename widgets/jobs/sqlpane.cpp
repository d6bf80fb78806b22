// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/jobs/sqlpane.h"

#include "models/language.h"
#include "models/qtconvert.h"
#include "widgets/components/banner.h"
#include "widgets/components/buttons.h"
#include "widgets/components/focusring.h"
#include "widgets/components/statelabel.h"
#include "widgets/components/tabstrip.h"
#include "widgets/components/textlabel.h"
#include "widgets/editor/sqleditor.h"
#include "widgets/jobs/planpanel.h"
#include "widgets/theme/theme.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

#include <chrono>
#include <map>

namespace tidegate {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

SqlPane::SqlPane(SqlPreview* preview, SqlDiff* diff, JobExplain* explain, QWidget* parent)
    : QWidget(parent), m_preview(preview), m_diff(diff), m_explain(explain), m_tabs(new TabStrip),
      m_scope(new StateLabel), m_age(new TextLabel(TextLabel::age)), m_banner(new Banner(u"sqlBanner"_s)),
      m_editor(new SqlEditor(u"sqlPreview"_s, this)), m_plan(new PlanPanel(explain)), m_top(makeTop()),
      m_notes(makeNotes())
{
    setObjectName(u"sqlPane"_s);
    m_editor->setPreview(true);
    m_editor->setFrameShape(QFrame::NoFrame);
    m_banner->addAction(u"askCatalogue"_s, [] { return tr("Ask again"); });
    connect(m_banner->findChild<QPushButton*>(u"askCatalogue"_s), &QPushButton::clicked, preview, &SqlPreview::refresh);
    m_plan->hide();
    auto* banner = new QHBoxLayout;
    banner->setContentsMargins(12, 0, 12, 8);
    banner->addWidget(m_banner);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(1, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_top);
    column->addWidget(m_notes);
    column->addLayout(banner);
    column->addWidget(m_editor, 1);
    column->addWidget(m_plan);

    connect(m_tabs, &ChoiceStrip::currentChanged, this, &SqlPane::refresh);
    connect(preview, &SqlPreview::changed, this, &SqlPane::refresh);
    connect(diff, &SqlDiff::changed, this, &SqlPane::refreshDiff);
    m_ageTimer.setInterval(5s);
    connect(&m_ageTimer, &QTimer::timeout, this, &SqlPane::refreshNotes);
    m_ageTimer.start();
    translated(this, [this] {
        m_editor->setAccessibleName(tr("SQL of the job"));
        m_tabs->choice(u"diff"_s)->setToolTip(tr("What differs from the last commit"));
        refresh();
    });
}

QWidget* SqlPane::makeTop()
{
    m_tabs->setObjectName(u"sqlTabs"_s);
    m_tabs->addChoice(u"extract"_s, [] { return tr("Extract"); });
    m_tabs->addChoice(u"count"_s, [] { return tr("Count"); });
    m_tabs->addChoice(u"apply"_s, [] { return tr("Apply"); });
    m_tabs->addChoice(u"ddl"_s, [] { return tr("DDL"); });
    m_tabs->addChoice(u"grants"_s, [] { return tr("Grants"); });
    m_tabs->addChoice(u"diff"_s, [] { return tr("Diff"); });
    auto* copy = makeIconButton(u"copySql"_s, u"copy"_s, [] { return tr("Copy the SQL"); });
    connect(copy, &QPushButton::clicked, this, [this] { QGuiApplication::clipboard()->setText(m_editor->text()); });
    auto* top = new QWidget(this);
    auto* row = new QHBoxLayout(top);
    row->setContentsMargins(8, 0, 8, 0);
    row->addWidget(m_tabs);
    row->addStretch(1);
    row->addWidget(copy);
    return top;
}

QWidget* SqlPane::makeNotes()
{
    auto* reload = makeIconButton(u"reloadCatalogue"_s, u"reload"_s, [] { return tr("Read the catalogue again"); });
    connect(reload, &QPushButton::clicked, m_preview, &SqlPreview::refresh);
    auto* explain = makeButton(ButtonRole::Link, u"explain"_s, [] { return tr("Explain"); });
    connect(explain, &QPushButton::clicked, this, &SqlPane::explainWanted);
    auto* notes = new QWidget(this);
    auto* row = new QHBoxLayout(notes);
    row->setContentsMargins(16, 3, 8, 3);
    row->setSpacing(8);
    row->addWidget(m_scope, 1);
    row->addWidget(m_age);
    row->addWidget(reload);
    row->addWidget(explain);
    return notes;
}

std::optional<SqlPreview::What> SqlPane::what() const
{
    using enum JobScript;
    static const std::map<QString, SqlPreview::What> tabs{
        {u"extract"_s, Extract}, {u"count"_s, Count}, {u"apply"_s, Apply}, {u"ddl"_s, Ddl}, {u"grants"_s, Grants}};
    const auto found = tabs.find(m_tabs->current());
    return found == tabs.end() ? std::nullopt : std::optional(found->second);
}

void SqlPane::showTab(const QString& id)
{
    m_tabs->setCurrent(id);
}

void SqlPane::explain()
{
    m_plan->show();
}

void SqlPane::refresh()
{
    const auto shown = what();
    if (shown)
        m_editor->reload(m_preview->text(*shown));
    m_editor->setDiff(!shown);
    refreshDiff();
    refreshProblem();
    refreshNotes();
}

void SqlPane::refreshDiff()
{
    m_tabs->setNote(u"diff"_s, m_diff->count() > 0 ? QString::number(m_diff->count()) : QString());
    if (what())
        return;
    m_editor->reload(m_diff->text());
    m_editor->setDiff(true);
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
    const auto shown = what();
    const bool window = shown == SqlPreview::What::Extract || shown == SqlPreview::What::Count;
    m_scope->setMessage({}, window ? m_preview->windowText() : !shown ? tr("Against the last commit") : QString());
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
    painter.fillRect(QRect(1, m_notes->y(), width() - 1, m_editor->y() - m_notes->y()), themeColor(Token::Chrome));
    paintHairline(painter, 1, m_notes->y() - 1, width() - 1);
    paintHairline(painter, 1, m_editor->y() - 1, width() - 1);
}

} // namespace tidegate
