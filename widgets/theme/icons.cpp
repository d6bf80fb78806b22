// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/theme/icons.h"

#include "widgets/theme/theme.h"

#include <QDir>
#include <QFile>
#include <QHash>
#include <QIconEngine>
#include <QPainter>
#include <QPixmap>
#include <QSvgRenderer>

#include <memory>

namespace tidegate {

using namespace Qt::Literals::StringLiterals;

namespace {

/// One parsed picture per name and colour; a handful of colours and some forty names.
QSvgRenderer& renderer(const QString& name, const QColor& color)
{
    static QHash<QString, std::shared_ptr<QSvgRenderer>> cache;
    const QString key = name + color.name();
    auto& entry = cache[key];
    if (!entry) {
        QFile file(u":/icons/%1.svg"_s.arg(name));
        Q_ASSERT_X(file.exists(), "icon", qPrintable(name));
        const bool opened = file.open(QIODevice::ReadOnly);
        QByteArray svg = opened ? file.readAll() : QByteArray();
        svg.replace("currentColor", color.name().toLatin1());
        entry = std::make_shared<QSvgRenderer>(svg);
    }
    return *entry;
}

class LineIconEngine final : public QIconEngine
{
public:
    LineIconEngine(QString name, Token color) : m_name(std::move(name)), m_color(color) {}

    void paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State) override
    {
        const Token token = mode == QIcon::Disabled ? Token::Disabled : m_color;
        const int side = std::min(rect.width(), rect.height());
        QRectF square(0, 0, side, side);
        square.moveCenter(QRectF(rect).center());
        renderer(m_name, themeColor(token)).render(painter, square);
    }

    QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State state) override
    {
        QPixmap pixmap(size);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        paint(&painter, QRect(QPoint(), size), mode, state);
        return pixmap;
    }

    [[nodiscard]] QIconEngine* clone() const override { return new LineIconEngine(m_name, m_color); }
    bool isNull() override { return false; }

private:
    QString m_name;
    Token m_color;
};

} // namespace

QIcon icon(const QString& name, Token color)
{
    return QIcon(new LineIconEngine(name, color));
}

QStringList iconNames()
{
    QStringList names;
    for (const QString& file : QDir(u":/icons"_s).entryList({u"*.svg"_s}, QDir::Files, QDir::Name))
        names << file.chopped(4);
    return names;
}

} // namespace tidegate
