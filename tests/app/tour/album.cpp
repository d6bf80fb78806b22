// SPDX-License-Identifier: GPL-3.0-or-later
#include "album.h"

#include <QFile>
#include <QPixmap>

namespace tidegate {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int smallest = 0; ///< Qt's "quality" of a PNG: the strongest compression

QString introduction()
{
    return u"# A day with Tidegate\n\n"
           "A first load, a mistake, a failure and what becomes of them, on the demo's two databases while two clerks "
           "keep writing.\n"
           "Made by `./dev tour` with real keys against real servers; the keys stand below each title.\n"_s;
}

} // namespace

Album::Album(const QString& folder) : m_folder(folder), m_text(introduction()) {}

bool Album::add(const QPixmap& picture, const QString& name, const QString& title, const QString& keys,
                const QString& text)
{
    const QString file = u"%1-%2.png"_s.arg(m_files.size() + 1, 2, 10, QChar(u'0')).arg(name);
    // Without an alpha channel a picture of a window is a third smaller.
    if (!picture.toImage().convertToFormat(QImage::Format_RGB888).save(m_folder.filePath(file), "PNG", smallest))
        return false;
    m_files << file;
    m_text += u"\n## %1. %2\n\n"_s.arg(QString::number(m_files.size()), title);
    if (!keys.isEmpty())
        m_text += keys + u"\n\n"_s;
    m_text += u"%1\n\n![%2](%3)\n"_s.arg(text, title, file);
    return true;
}

bool Album::finish() const
{
    const QStringList there = m_folder.entryList({u"*.png"_s}, QDir::Files);
    for (const QString& file : there) {
        if (!m_files.contains(file) && !QFile::remove(m_folder.filePath(file)))
            return false;
    }
    QFile readme(m_folder.filePath(u"README.md"_s));
    const QByteArray bytes = m_text.toUtf8();
    return readme.open(QIODevice::WriteOnly) && readme.write(bytes) == bytes.size();
}

} // namespace tidegate
