// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

class QHBoxLayout;
class QVBoxLayout;
class QWidget;

namespace tidegate {

/// A part of the sheet: its header, and room below it.
QWidget* emptySection(const QString& id, const QString& title);
QVBoxLayout* columnOf(QWidget* section);
QHBoxLayout* rowOf(const QList<QWidget*>& widgets);

QWidget* buttonsSection();
QWidget* inputsSection();
QWidget* statesSection();
QWidget* environmentSection();
QWidget* typeSection();
QWidget* iconsSection();
QWidget* tableSection();
QWidget* bannersSection();
QWidget* toastsSection();
QWidget* absenceSection();
QWidget* sheetSection();
QWidget* keysSection();
QWidget* chartsSection();
QWidget* stripSection();
QWidget* coloursSection();
QWidget* editorsSection();

} // namespace tidegate
