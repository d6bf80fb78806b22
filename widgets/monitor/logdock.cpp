// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/monitor/logdock.h"

#include "models/monitor/logfilterproxy.h"
#include "models/monitor/logmodel.h"
#include "widgets/components/focusring.h"
#include "widgets/components/segmentswitch.h"
#include "widgets/components/tabstrip.h"
#include "widgets/components/textlabel.h"
#include "widgets/log/logview.h"
#include "widgets/theme/theme.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QVBoxLayout>

namespace tidegate {

using namespace Qt::Literals::StringLiterals;

namespace {
constexpr int headHeight = 36;
} // namespace

LogDock::LogDock(LogModel* model, QWidget* parent)
    : QWidget(parent), m_lines(new LogFilterProxy(this)), m_tabs(new TabStrip(this)),
      m_scope(new TextLabel(TextLabel::note, this)), m_levels(new SegmentSwitch(this)),
      m_view(new LogView(u"monitor.log"_s, this))
{
    setObjectName(u"monitor.dock"_s);
    m_lines->setSourceModel(model);
    m_view->setModel(m_lines);
    m_tabs->addChoice(u"log"_s, tr("Log"));
    m_levels->setObjectName(u"monitor.levels"_s);
    m_levels->setAccessibleName(tr("Levels"));
    m_levels->addChoice(u"all"_s, tr("All"));
    m_levels->addChoice(u"warnings"_s, tr("Warnings"));
    m_levels->addChoice(u"errors"_s, tr("Errors"));
    auto* head = new QWidget(this);
    head->setFixedHeight(headHeight);
    auto* row = new QHBoxLayout(head);
    row->setContentsMargins(20, 0, 16, 0);
    row->setSpacing(16);
    row->addWidget(m_tabs);
    row->addWidget(m_scope, 1);
    row->addWidget(m_levels);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 1, 0, 0);
    column->setSpacing(1);
    column->addWidget(head);
    column->addWidget(m_view, 1);
    connect(m_levels, &SegmentSwitch::currentChanged, this, [this](const QString& level) {
        m_lines->setLeast(level == u"errors"     ? LogSeverity::Error
                          : level == u"warnings" ? LogSeverity::Warning
                                                 : LogSeverity::Info);
    });
    connect(m_view, &LogView::followingChanged, this, &LogDock::describe);
    describe();
}

void LogDock::setJob(const QString& job)
{
    m_job = job;
    m_lines->setJob(job);
    describe();
}

void LogDock::describe()
{
    const QString whose = m_job.isEmpty() ? tr("all jobs") : m_job;
    m_scope->setText(m_view->isFollowing() ? tr("%1, following").arg(whose)
                                           : tr("%1, standing still; End or F follows again").arg(whose));
}

void LogDock::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(QRect(0, 0, width(), headHeight + 1), themeColor(Token::Chrome));
    paintHairline(painter, 0, 0, width());
    paintHairline(painter, 0, headHeight + 1, width());
}

} // namespace tidegate
