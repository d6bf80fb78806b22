// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/monitor/logdock.h"

#include "models/language.h"
#include "models/monitor/logfilterproxy.h"
#include "models/monitor/logmodel.h"
#include "widgets/components/buttons.h"
#include "widgets/components/focusring.h"
#include "widgets/components/searchfield.h"
#include "widgets/components/segmentswitch.h"
#include "widgets/components/tabstrip.h"
#include "widgets/components/textlabel.h"
#include "widgets/log/logview.h"
#include "widgets/monitor/runwords.h"
#include "widgets/theme/icons.h"
#include "widgets/theme/theme.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPainter>
#include <QVBoxLayout>

namespace tidegate {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int headHeight = 36;
constexpr int searchWidth = 180;

} // namespace

LogDock::LogDock(LogModel* model, QWidget* parent)
    : QWidget(parent), m_model(model), m_lines(new LogFilterProxy(this)), m_tabs(new TabStrip(this)),
      m_scope(new TextLabel(TextLabel::note, {}, this)),
      m_all(makeButton(
          ButtonRole::Link, u"monitor.allRuns"_s, [] { return tr("All runs"); }, this)),
      m_follow(makeButton(ButtonRole::Link, u"monitor.follow"_s, QString(), this)),
      m_search(new SearchField(
          u"monitor.search"_s, [] { return tr("Search the log"); }, this)),
      m_hits(new TextLabel(TextLabel::note, {}, this)), m_levels(new SegmentSwitch(this)),
      m_fold(makeIconButton(
          u"monitor.fold"_s, u"chevron-down"_s, [] { return tr("Fold the log, or open it"); }, this)),
      m_view(new LogView(u"monitor.log"_s, this))
{
    setObjectName(u"monitor.dock"_s);
    m_lines->setSourceModel(model);
    m_view->setModel(m_lines);
    auto* head = new QWidget(this);
    head->setFixedHeight(headHeight);
    fillHead(new QHBoxLayout(head));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 1, 0, 0);
    column->setSpacing(1);
    column->addWidget(head);
    column->addWidget(m_view, 1);
    connectHead();
    translated(this, [this] { describe(); });
}

void LogDock::fillHead(QHBoxLayout* row)
{
    m_tabs->addChoice(u"log"_s, [] { return tr("Log"); });
    m_levels->setObjectName(u"monitor.levels"_s);
    translated(this, [this] { m_levels->setAccessibleName(tr("Levels")); });
    m_levels->addChoice(u"all"_s, [] { return tr("All"); });
    m_levels->addChoice(u"warnings"_s, [] { return tr("Warnings"); });
    m_levels->addChoice(u"errors"_s, [] { return tr("Errors"); });
    m_search->setFixedWidth(searchWidth);
    m_search->installEventFilter(this);
    m_all->hide();
    row->setContentsMargins(20, 0, 16, 0);
    row->setSpacing(16);
    row->addWidget(m_tabs);
    row->addWidget(m_scope);
    row->addWidget(m_all);
    row->addWidget(m_follow);
    row->addStretch(1);
    row->addWidget(m_hits);
    row->addWidget(m_search);
    row->addWidget(m_levels);
    row->addWidget(m_fold);
}

void LogDock::connectHead()
{
    connect(m_levels, &SegmentSwitch::currentChanged, this, [this](const QString& level) {
        m_lines->setLeast(level == u"errors"     ? LogSeverity::Error
                          : level == u"warnings" ? LogSeverity::Warning
                                                 : LogSeverity::Info);
        describe();
    });
    connect(m_search, &QLineEdit::textChanged, this, &LogDock::search);
    connect(m_search, &SearchField::listWanted, m_view, [this] { m_view->setFocus(Qt::OtherFocusReason); });
    connect(m_view, &LogView::searchWanted, this, [this] {
        m_search->setFocus(Qt::ShortcutFocusReason);
        m_search->selectAll();
    });
    connect(m_view, &LogView::followingChanged, this, &LogDock::describe);
    connect(m_view, &LogView::countsChanged, this, &LogDock::describe);
    connect(m_follow, &QPushButton::clicked, this, [this] { m_view->setFollowing(true); });
    connect(m_fold, &QPushButton::clicked, this, [this] { setFolded(!isFolded()); });
    connect(m_all, &QPushButton::clicked, this, [this] {
        setJob(m_job);
        Q_EMIT allRunsWanted();
    });
}

void LogDock::setJob(const QString& job)
{
    m_job = job;
    m_run.reset();
    m_lines->setJob(job);
    m_lines->setRun({}, {});
    m_view->setFollowing(true);
    describe();
}

void LogDock::showRun(const KnownRun& run)
{
    m_run = run;
    if (run.run > 0) {
        m_lines->setRun(run.run, run.startedAt.addSecs(-1));
    } else {
        // Remarks have numbers that no agent gives.
        const qint64 number = -run.startedAt.toMSecsSinceEpoch();
        m_model->remark(m_job, number, factsOf(run));
        m_lines->setRun(number, {});
    }
    m_view->setFollowing(true);
    describe();
}

bool LogDock::isFolded() const
{
    return m_view->isHidden();
}

void LogDock::setFolded(bool folded)
{
    if (folded == isFolded())
        return;
    m_view->setVisible(!folded);
    m_fold->setIcon(icon(folded ? u"chevron-up"_s : u"chevron-down"_s));
    setMaximumHeight(folded ? headHeight + 1 : QWIDGETSIZE_MAX);
    Q_EMIT foldedChanged(folded);
}

void LogDock::search()
{
    m_view->setSearch(LogSearch(m_search->text()));
    m_view->findNext(true);
    describe();
}

void LogDock::describe()
{
    const QString job = m_job.isEmpty() ? tr("all jobs") : m_job;
    const QString whose =
        m_run ? tr("%1, run of %2").arg(job, m_run->startedAt.toLocalTime().toString(u"yyyy-MM-dd HH:mm:ss"_s)) : job;
    const bool following = m_view->isFollowing();
    m_scope->setText(following ? tr("%1, following").arg(whose) : tr("%1, standing still").arg(whose));
    m_all->setVisible(m_run.has_value());
    m_follow->setVisible(!following);
    m_follow->setText(m_view->unseenCount() > 0 ? tr("%n new lines, follow", nullptr, m_view->unseenCount())
                                                : tr("Follow"));
    const QString level = m_levels->current();
    m_view->setEmptyText(level == u"errors"     ? tr("No errors.")
                         : level == u"warnings" ? tr("No warnings and no errors.")
                                                : tr("No lines yet. A run writes here what it does."));
    const LogSearch search(m_search->text());
    m_hits->setText(search.isEmpty()    ? QString()
                    : search.isBroken() ? tr("not a pattern")
                                        : tr("%n hits", nullptr, m_view->hitCount()));
}

bool LogDock::eventFilter(QObject* watched, QEvent* event)
{
    if (watched != m_search || event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const auto* key = static_cast<QKeyEvent*>(event);
    if (key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter) {
        m_view->findNext(!key->modifiers().testFlag(Qt::ShiftModifier));
        return true;
    }
    if (key->key() == Qt::Key_Escape && m_search->text().isEmpty()) {
        m_view->setFocus(Qt::OtherFocusReason);
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

void LogDock::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(QRect(0, 0, width(), headHeight + 1), themeColor(Token::Chrome));
    paintHairline(painter, 0, 0, width());
    paintHairline(painter, 0, headHeight + 1, width());
}

} // namespace tidegate
