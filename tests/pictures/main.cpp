// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
// Takes pictures of the real window: playhead-screenshots FOLDER [STATE...]
// At twice the size with QT_SCALE_FACTOR=2; such files are named `…@2x.png`.
#include "tests/pictures/picturestates.h"

#include <QApplication>
#include <QDir>
#include <QTemporaryDir>

#include <cstdio>

using namespace Qt::StringLiterals;
using namespace playhead;

namespace {

struct NamedLook
{
    const char *name;
    PictureLook look;
};

const NamedLook kLooks[] = {{"light", {ThemeChoice::Light, {1440, 900}}},
                            {"dark", {ThemeChoice::Dark, {1440, 900}}},
                            {"light-small", {ThemeChoice::Light, {960, 600}}},
                            {"dark-small", {ThemeChoice::Dark, {960, 600}}}};

bool take(const QDir &folder, const PictureState &state, const NamedLook &look)
{
    const QImage picture = takePicture(state, look.look);
    const QString name = QString::fromLatin1(state.name) + u'-' + QString::fromLatin1(look.name);
    const int scale = qRound(picture.devicePixelRatio());
    const QString path = folder.filePath(scale > 1 ? u"%1@%2x.png"_s.arg(name).arg(scale)
                                                   : name + u".png"_s);
    if (picture.isNull() || !picture.save(path)) {
        std::fprintf(stderr, "%s could not be taken\n", qPrintable(name));
        return false;
    }
    std::printf("%s\n", qPrintable(path));
    return true;
}

} // namespace

int main(int argc, char **argv)
{
    QTemporaryDir home;
    qputenv("XDG_CONFIG_HOME", home.path().toUtf8());
    qputenv("TZ", "UTC");
    qunsetenv("WORKOS_API_KEY");
    QApplication application(argc, argv);
    QApplication::setApplicationName(u"playhead-screenshots"_s);
    const QStringList arguments = QApplication::arguments().mid(1);
    if (arguments.isEmpty() || !QDir().mkpath(arguments.first())) {
        std::fprintf(stderr, "usage: playhead-screenshots FOLDER [STATE...]\n");
        return 2;
    }
    const QStringList wanted = arguments.mid(1);
    bool isDone = true;
    for (const PictureState &state : pictureStates()) {
        for (const NamedLook &look : kLooks) {
            if (wanted.isEmpty() || wanted.contains(QLatin1StringView(state.name))) {
                isDone = take(QDir(arguments.first()), state, look) && isDone;
            }
        }
    }
    return isDone ? 0 : 1;
}
