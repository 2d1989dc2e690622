// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
// Runs a fuzzer without libFuzzer, for compilers that have none: every file of the corpus, then changed copies of them, the
// same ones in every run. usage: fuzz_NAME [--rounds N] [--seed N] FILE|FOLDER...
#include "tests/fuzz/fuzzinput.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>

#include <array>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <random>
#include <vector>

using namespace Qt::StringLiterals;

namespace {

QByteArray currentInput; // global for the signal handler, which cannot be handed anything

/// Says which input it was, as C text, so that it can be made a file of the corpus.
extern "C" void tellInput(int number)
{
    std::fputs("the input that ended it: \"", stderr);
    for (const char byte : currentInput) {
        std::fprintf(stderr, "\\x%02x", static_cast<unsigned>(static_cast<unsigned char>(byte)));
    }
    std::fputs("\"\n", stderr);
    std::signal(number, SIG_DFL);
    std::raise(number);
}

void runOne(const QByteArray &input)
{
    currentInput = input;
    LLVMFuzzerTestOneInput(reinterpret_cast<const uint8_t *>(currentInput.constData()),
                           static_cast<size_t>(currentInput.size()));
}

void readFiles(const QString &path, std::vector<QByteArray> &inputs)
{
    if (QFileInfo(path).isDir()) {
        const QDir folder(path);
        for (const QString &name : folder.entryList(QDir::Files, QDir::Name)) {
            readFiles(folder.filePath(name), inputs);
        }
    } else if (QFile file(path); file.open(QIODevice::ReadOnly)) {
        inputs.push_back(file.readAll());
    }
}

class Mutations
{
public:
    Mutations(const std::vector<QByteArray> &inputs, unsigned seed)
        : m_inputs(inputs)
        , m_random(seed)
    {}

    QByteArray next()
    {
        QByteArray input = any();
        for (size_t changes = 1 + below(5); changes > 0; --changes) {
            change(input);
        }
        return input;
    }

private:
    // Not std::uniform_int_distribution: its numbers differ from library to library.
    size_t below(size_t count) { return count == 0 ? 0 : m_random() % count; }
    const QByteArray &any() { return m_inputs[below(m_inputs.size())]; }

    void change(QByteArray &input)
    {
        static constexpr std::array<const char *, 24> kPieces{"\"",       "\\",       "/",
                                                              "{",        "}",        "[",
                                                              "]",        ",",        ":",
                                                              "\n",       "\r\n",     "(",
                                                              ")",        "-",        "*",
                                                              " OR ",     "null",     "1e400",
                                                              "\\u00e9",  "\xc3\xa9", "\xff",
                                                              "data.a[]", " ~ /",     "[2]"};
        const auto size = static_cast<size_t>(input.size());
        const auto at = static_cast<qsizetype>(below(size + 1));
        const auto length = static_cast<qsizetype>(
            below(std::min<size_t>(16, size - static_cast<size_t>(at)) + 1));
        switch (below(6)) {
        case 0:
            if (at < input.size()) {
                input[at] = static_cast<char>(input[at] ^ (1 << below(8)));
            }
            break;
        case 1:
            input.insert(at, static_cast<char>(below(256)));
            break;
        case 2:
            input.insert(at, kPieces[below(kPieces.size())]);
            break;
        case 3:
            input.remove(at, length);
            break;
        case 4:
            input.insert(at, input.mid(at, length).repeated(static_cast<qsizetype>(1 + below(8))));
            break;
        default: {
            const QByteArray &other = any();
            input = input.first(at)
                    + other.sliced(
                        static_cast<qsizetype>(below(static_cast<size_t>(other.size()) + 1)));
            break;
        }
        }
    }

    const std::vector<QByteArray> &m_inputs;
    std::mt19937 m_random;
};

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    std::signal(SIGABRT, tellInput);
    std::signal(SIGSEGV, tellInput);
    const QStringList arguments = QCoreApplication::arguments();
    std::vector<QByteArray> inputs;
    int rounds = 20000;
    unsigned seed = 1;
    for (qsizetype i = 1; i < arguments.size(); ++i) {
        if (arguments[i] == u"--rounds"_s && i + 1 < arguments.size()) {
            rounds = arguments[++i].toInt();
        } else if (arguments[i] == u"--seed"_s && i + 1 < arguments.size()) {
            seed = arguments[++i].toUInt();
        } else {
            readFiles(arguments[i], inputs);
        }
    }
    if (inputs.empty()) {
        std::fputs("no input: name the files or the folder of the corpus\n", stderr);
        return 2;
    }
    for (const QByteArray &input : inputs) {
        runOne(input);
    }
    runOne({});
    Mutations mutations(inputs, seed);
    for (int round = 0; round < rounds; ++round) {
        runOne(mutations.next());
    }
    std::printf("%zu inputs of the corpus and %d changed ones\n", inputs.size(), rounds);
    return 0;
}
