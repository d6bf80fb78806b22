// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/jobs/findingwords.h"

#include "models/qtconvert.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace tidegate {

using namespace Qt::Literals::StringLiterals;

namespace {

/// A sentence begins with a capital; a name (line_no: …, "备注" …) stays as it is.
QString capitalized(const QString& text)
{
    static const QRegularExpression plainWord(u"^[a-z]+[ ,]"_s);
    return plainWord.match(text).hasMatch() ? text.left(1).toUpper() + text.mid(1) : text;
}

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(tidegate::Finding)
};

} // namespace

QString words(const Finding& finding)
{
    auto text = toQt(finding.message);
    if (const auto path = toQt(finding.path) + u": "_s; !finding.path.empty() && text.startsWith(path))
        text.remove(0, path.size());
    return capitalized(text);
}

QString whole(const Finding& finding)
{
    if (finding.hint.empty())
        return words(finding);
    return Words::tr("%1. %2").arg(words(finding), capitalized(toQt(finding.hint)));
}

QString sentence(const Finding& finding)
{
    if (finding.path.empty() && finding.range.line > 0)
        return Words::tr("line %1: %2").arg(finding.range.line).arg(words(finding));
    if (finding.path.empty())
        return words(finding);
    if (finding.range.line > 0)
        return Words::tr("%1, line %2: %3").arg(toQt(finding.path)).arg(finding.range.line).arg(words(finding));
    return Words::tr("%1: %2").arg(toQt(finding.path), words(finding));
}

} // namespace tidegate
