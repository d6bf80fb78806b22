// SPDX-License-Identifier: GPL-3.0-or-later
#include "pseudolocale.h"

namespace tidegate {

namespace {

constexpr double longer = 0.4;

QChar accented(QChar letter)
{
    static const QString plain = QStringLiteral("aeioucnyAEIOU");
    static const QString marked = QStringLiteral("àéîõüçñýÀÉÎÕÜ");
    const auto at = plain.indexOf(letter);
    return at < 0 ? letter : marked.at(at);
}

} // namespace

QString PseudoLocale::translate(const char* context, const char* source, const char*, int) const
{
    // Qt's own words keep to themselves.
    if (!QByteArrayView(context).startsWith("tidegate"))
        return {};
    const QString text = QString::fromUtf8(source);
    QString out = QStringLiteral("⟦");
    for (qsizetype at = 0; at < text.size(); ++at) {
        const bool placeholder = at > 0 && text.at(at - 1) == u'%';
        out += placeholder ? text.at(at) : accented(text.at(at));
    }
    const int extra = std::max(1, static_cast<int>(static_cast<double>(text.size()) * longer) - 2);
    return out + QString(extra, u'·') + QStringLiteral("⟧");
}

} // namespace tidegate
