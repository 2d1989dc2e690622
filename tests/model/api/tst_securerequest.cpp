// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/api/eventsclient.h"
#include "model/core/clock.h"
#include "model/events/typecatalogue.h"

#include <QFile>
#include <QNetworkAccessManager>
#include <QProcess>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslKey>
#include <QSslServer>
#include <QSslSocket>
#include <QStandardPaths>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>

using namespace playhead;
using namespace Qt::StringLiterals;

/// The key never leaves over a connection that is not trusted.
class TestSecureRequest : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }
    void namesAFailedHandshake();
    void namesAnUntrustedCertificate();

private:
    Error errorFrom(quint16 port);
    const TypeCatalogue m_catalogue = *TypeCatalogue::load();
    const SystemClock m_clock;
};

Error TestSecureRequest::errorFrom(quint16 port)
{
    QNetworkAccessManager network;
    EventsClient client(network, m_catalogue, m_clock);
    client.setTarget({QUrl(u"https://127.0.0.1:%1"_s.arg(port)), "sk_test_secret"});
    std::optional<Error> error;
    connect(&client, &EventsClient::answered, this, [&error](const PageReply &reply) {
        error = reply.page ? Error() : reply.page.error();
    });
    client.send({});
    const bool came = QTest::qWaitFor([&error] { return error.has_value(); }, 20'000);
    return came ? *error : Error{ErrorCode::Internal, u"no answer"_s, {}, 0};
}

void TestSecureRequest::namesAFailedHandshake()
{
    QTcpServer server;
    QVERIFY(server.listen(QHostAddress::LocalHost));
    QByteArray received;
    connect(&server, &QTcpServer::newConnection, this, [&server, &received, this] {
        QTcpSocket *socket = server.nextPendingConnection();
        connect(socket, &QTcpSocket::readyRead, this, [socket, &received] {
            received += socket->readAll();
            socket->write("HTTP/1.1 400 Bad Request\r\n\r\n");
            socket->disconnectFromHost();
        });
    });
    const Error error = errorFrom(server.serverPort());
    QCOMPARE(error.code, ErrorCode::TlsFailed);
    QVERIFY(!error.message.contains(u"certificate"_s));
    QVERIFY(!received.isEmpty() && !received.contains("sk_test_secret"));
}

void TestSecureRequest::namesAnUntrustedCertificate()
{
    const QString openssl = QStandardPaths::findExecutable(u"openssl"_s);
    if (openssl.isEmpty()) {
        QSKIP("openssl, which makes the certificate, is not installed");
    }
    QTemporaryDir folder;
    QProcess maker;
    QSignalSpy made(&maker, &QProcess::finished);
    maker.start(openssl,
                {u"req"_s,
                 u"-x509"_s,
                 u"-newkey"_s,
                 u"rsa:2048"_s,
                 u"-nodes"_s,
                 u"-days"_s,
                 u"1"_s,
                 u"-subj"_s,
                 u"/CN=127.0.0.1"_s,
                 u"-keyout"_s,
                 folder.filePath(u"key.pem"_s),
                 u"-out"_s,
                 folder.filePath(u"certificate.pem"_s)});
    QVERIFY(made.wait(30'000));
    QFile keyFile(folder.filePath(u"key.pem"_s));
    QVERIFY(keyFile.open(QFile::ReadOnly));
    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    configuration.setPrivateKey(QSslKey(&keyFile, QSsl::Rsa));
    configuration.setLocalCertificateChain(
        QSslCertificate::fromPath(folder.filePath(u"certificate.pem"_s)));
    configuration.setPeerVerifyMode(QSslSocket::VerifyNone);

    QSslServer server;
    server.setSslConfiguration(configuration);
    QVERIFY(server.listen(QHostAddress::LocalHost));
    QByteArray received;
    connect(&server, &QTcpServer::pendingConnectionAvailable, this, [&server, &received, this] {
        while (QTcpSocket *socket = server.nextPendingConnection()) {
            connect(socket, &QTcpSocket::readyRead, this, [socket, &received] {
                received += socket->readAll();
            });
        }
    });
    const Error error = errorFrom(server.serverPort());
    QCOMPARE(error.code, ErrorCode::TlsFailed);
    QVERIFY2(error.message.contains(u"certificate"_s), qPrintable(error.message + error.detail));
    QVERIFY(error.detail.contains(u"self"_s));
    QVERIFY(!received.contains("sk_test_secret"));
}

QTEST_GUILESS_MAIN(TestSecureRequest)
#include "tst_securerequest.moc"
