// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/overview/overviewside.h"

#include "models/language.h"
#include "models/overview/prooflistmodel.h"
#include "widgets/components/buttons.h"
#include "widgets/components/textlabel.h"
#include "widgets/overview/proofbar.h"
#include "widgets/overview/sidedelegates.h"
#include "widgets/theme/theme.h"

#include <QListView>
#include <QPainter>
#include <QVBoxLayout>

namespace tidegate {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int rowHeight = 24;

QListView* makeList(const QString& name, const Phrase& spoken, QAbstractItemModel* model, QWidget* parent)
{
    auto* list = new QListView(parent);
    list->setObjectName(name);
    translated(list, spoken, [list](const QString& words) { list->setAccessibleName(words); });
    list->setModel(model);
    list->setFrameShape(QFrame::NoFrame);
    list->setUniformItemSizes(true);
    list->setTabKeyNavigation(false);
    list->setFocusPolicy(Qt::TabFocus);
    list->setMouseTracking(true);
    list->setSelectionMode(QAbstractItemView::NoSelection);
    list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    list->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    list->viewport()->setAutoFillBackground(false);
    return list;
}

void fit(QListView* list)
{
    const int rows = list->model()->rowCount();
    list->setFixedHeight(rows * rowHeight);
    list->setVisible(rows > 0);
}

QVBoxLayout* sectionColumn(QWidget* section)
{
    auto* column = new QVBoxLayout(section);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(6);
    return column;
}

QFrame* makeLine(QWidget* parent)
{
    auto* line = new QFrame(parent);
    line->setFixedHeight(1);
    line->setAutoFillBackground(true);
    const auto restyle = [line] {
        QPalette colors = line->palette();
        colors.setColor(QPalette::Window, themeColor(Token::Line));
        line->setPalette(colors);
    };
    QObject::connect(&Theme::instance(), &Theme::changed, line, restyle);
    restyle();
    return line;
}

} // namespace

OverviewSide::OverviewSide(QWidget* parent)
    : QWidget(parent), m_level(new TextLabel(TextLabel::note, this)), m_bar(new ProofBar(this)),
      m_proofs(new ProofListModel(this)), m_proofList(makeList(
                                              u"overview.proofs"_s, [] { return tr("Verification"); }, m_proofs, this)),
      m_upcomingList(makeList(
          u"overview.upcoming"_s, [] { return tr("Next 2 hours"); }, &m_upcoming, this)),
      m_upcomingNote(new TextLabel(TextLabel::note, this)),
      m_switch(makeButton(
          ButtonRole::Link, u"overview.schedule"_s,
          [this] { return m_enabled ? tr("Turn the schedule off…") : tr("Turn the schedule on…"); }, this))
{
    setObjectName(u"overview.side"_s);
    m_proofList->setItemDelegate(new ProofDelegate(m_proofList));
    m_upcomingList->setItemDelegate(new UpcomingDelegate(m_upcomingList));
    translated(this, [this] { m_upcomingList->setAccessibleDescription(tr("Enter opens the job.")); });
    m_upcomingNote->setWordWrap(true);
    m_upcomingNote->setObjectName(u"overview.scheduleNote"_s);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(20, 18, 20, 18);
    column->setSpacing(16);
    column->addWidget(makeProofs());
    column->addWidget(makeLine(this));
    column->addWidget(makeUpcoming());
    column->addStretch(1);
    const auto open = [this](const QModelIndex& index) {
        Q_EMIT jobOpened(index.data(UpcomingRole::JobName).toString());
    };
    connect(m_upcomingList, &QAbstractItemView::activated, this, open);
    connect(m_switch, &QPushButton::clicked, this, [this] { Q_EMIT scheduleWanted(!m_enabled); });
}

QWidget* OverviewSide::makeProofs()
{
    auto* section = new QWidget(this);
    auto* head = new QHBoxLayout;
    head->addWidget(new TextLabel(
        TextLabel::section, [] { return tr("Verification"); }, section));
    head->addStretch(1);
    head->addWidget(m_level);
    auto* column = sectionColumn(section);
    column->addLayout(head);
    column->addWidget(m_bar);
    column->addWidget(m_proofList);
    return section;
}

QWidget* OverviewSide::makeUpcoming()
{
    auto* section = new QWidget(this);
    auto* column = sectionColumn(section);
    column->addWidget(new TextLabel(
        TextLabel::section, [] { return tr("Next 2 hours"); }, section));
    column->addWidget(m_upcomingList);
    column->addWidget(m_upcomingNote);
    column->addWidget(m_switch, 0, Qt::AlignLeft);
    return section;
}

void OverviewSide::setSnapshot(const OverviewSnapshot& snapshot, const OverviewTotals& totals, const QDateTime& now,
                               bool known)
{
    const ProofCounts proofs = known ? totals.proofs : ProofCounts();
    m_level->setText(proofs.level.isEmpty() ? QString() : tr("level %1").arg(proofs.level));
    m_bar->setCounts(proofs);
    m_proofs->setCounts(proofs);
    fit(m_proofList);
    m_upcoming.setSnapshot(snapshot, now);
    fit(m_upcomingList);
    showUpcoming(snapshot, known);
}

void OverviewSide::showUpcoming(const OverviewSnapshot& snapshot, bool known)
{
    QString note;
    if (!known)
        note = tr("Not known yet.");
    else if (!snapshot.scheduleEnabled)
        note = tr("The schedule is off: this agent starts no job by itself.");
    else if (m_upcoming.rowCount() == 0)
        note = tr("Nothing is planned.");
    else if (m_upcoming.more() > 0)
        note = tr("and %1 more").arg(m_upcoming.more());
    m_upcomingNote->setText(note);
    m_upcomingNote->setVisible(!note.isEmpty());
    m_enabled = snapshot.scheduleEnabled;
    m_switch->setVisible(known);
    m_switch->setText(m_enabled ? tr("Turn the schedule off…") : tr("Turn the schedule on…"));
    m_switch->setAccessibleName(m_switch->text());
}

void OverviewSide::setPanel(bool panel)
{
    m_panel = panel;
    layout()->setContentsMargins(panel ? 20 : 0, 18, panel ? 20 : 0, 18);
    update();
}

void OverviewSide::paintEvent(QPaintEvent*)
{
    if (!m_panel)
        return;
    QPainter painter(this);
    painter.fillRect(rect(), themeColor(Token::Chrome));
    painter.fillRect(0, 0, 1, height(), themeColor(Token::Line));
}

} // namespace tidegate
