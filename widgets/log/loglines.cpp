// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/log/loglines.h"

#include <QDateTime>

namespace tidegate {

using namespace Qt::Literals::StringLiterals;

LogSeverity severityOf(const QModelIndex& line)
{
    return static_cast<LogSeverity>(line.data(LogRole::Severity).toInt());
}

QString levelLetter(LogSeverity severity)
{
    switch (severity) {
    case LogSeverity::Debug:
        return u"D"_s;
    case LogSeverity::Info:
        return u"I"_s;
    case LogSeverity::Warning:
        return u"W"_s;
    case LogSeverity::Error:
        break;
    }
    return u"E"_s;
}

Token levelColor(LogSeverity severity)
{
    return severity == LogSeverity::Error ? Token::Fail : severity == LogSeverity::Warning ? Token::Warn : Token::Text2;
}

QString lineTime(const QModelIndex& line)
{
    return line.data(LogRole::At).toDateTime().toLocalTime().toString(u"HH:mm:ss.zzz"_s);
}

QString lineText(const QModelIndex& line)
{
    return line.data(LogRole::Text).toString();
}

QString wholeLine(const QModelIndex& line)
{
    return u"%1 %2 %3"_s.arg(lineTime(line), levelLetter(severityOf(line)), lineText(line));
}

} // namespace tidegate
