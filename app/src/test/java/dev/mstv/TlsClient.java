package dev.mstv;

import dev.mstv.devstack.CertificateAuthority;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;

/** A client of HTTP that trusts one authority, and that may show a certificate. */
final class TlsClient implements AutoCloseable {

    private final SSLContext tls;
    private final HttpClient client;

    private TlsClient(SSLContext tls, Version version) {
        this.tls = tls;
        this.client = HttpClient.newBuilder().sslContext(tls).version(version).build();
    }

    /** Speaks HTTP/2 if the server does. */
    static TlsClient trusting(Path authority) {
        return new TlsClient(context(authority, null), Version.HTTP_2);
    }

    static TlsClient ofHttp1(Path authority) {
        return new TlsClient(context(authority, null), Version.HTTP_1_1);
    }

    static TlsClient showing(CertificateAuthority.Pair own, Path authority) {
        return new TlsClient(context(authority, own), Version.HTTP_2);
    }

    HttpResponse<String> get(int port, String path) throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(URI.create("https://localhost:" + port + path))
                        .build(),
                BodyHandlers.ofString());
    }

    HttpResponse<String> post(int port, String path, String json) throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(URI.create("https://localhost:" + port + path))
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(json))
                        .build(),
                BodyHandlers.ofString());
    }

    SSLContext context() {
        return tls;
    }

    @Override
    public void close() {
        client.close();
    }

    private static SSLContext context(Path authority, CertificateAuthority.@Nullable Pair own) {
        try {
            KeyStore trusted = empty();
            trusted.setCertificateEntry("authority", certificates(authority)[0]);
            TrustManagerFactory trust = TrustManagerFactory.getInstance("PKIX");
            trust.init(trusted);
            KeyStore keys = empty();
            if (own != null) {
                keys.setKeyEntry("own", key(own.key()), new char[0], certificates(own.certificate()));
            }
            KeyManagerFactory shown = KeyManagerFactory.getInstance("PKIX");
            shown.init(keys, new char[0]);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(shown.getKeyManagers(), trust.getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static KeyStore empty() throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        return store;
    }

    private static Certificate[] certificates(Path pem) throws GeneralSecurityException, IOException {
        try (InputStream content = Files.newInputStream(pem)) {
            return CertificateFactory.getInstance("X.509")
                    .generateCertificates(content)
                    .toArray(Certificate[]::new);
        }
    }

    private static PrivateKey key(Path pem) throws GeneralSecurityException, IOException {
        String base64 = Files.readString(pem, StandardCharsets.US_ASCII).replaceAll("-----[A-Z ]*-----", "");
        return KeyFactory.getInstance("EC")
                .generatePrivate(new PKCS8EncodedKeySpec(Base64.getMimeDecoder().decode(base64)));
    }
}
