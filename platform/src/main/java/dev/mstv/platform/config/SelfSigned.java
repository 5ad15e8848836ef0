package dev.mstv.platform.config;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.Base64;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/**
 * A key and a certificate signed by it, for the names that a machine has for itself. The JDK can make none but by its
 * program keytool, which development has.
 *
 * @param key never printed
 */
record SelfSigned(Certificate certificate, Key key) {

    private static final String ALIAS = "mstv";
    private static final String PASSWORD = "only-in-a-draft";
    private static final int PATIENCE_SECONDS = 30;

    /** Makes one that is valid for a year; {@code directory} holds drafts meanwhile, for its owner only. */
    static SelfSigned make(Path directory) throws IOException, GeneralSecurityException {
        Path drafts = Files.createTempDirectory(directory, "certificate");
        Path store = drafts.resolve("store.p12");
        try {
            run(store, drafts.resolve("log"));
            return read(store);
        } finally {
            Files.deleteIfExists(store);
            Files.deleteIfExists(drafts.resolve("log"));
            Files.deleteIfExists(drafts);
        }
    }

    String certificatePem() throws GeneralSecurityException {
        return pem("CERTIFICATE", certificate.getEncoded());
    }

    String keyPem() {
        return pem("PRIVATE KEY", key.getEncoded());
    }

    @Override
    public String toString() {
        return "SelfSigned[…]";
    }

    private static void run(Path store, Path log) throws IOException {
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        ALIAS,
                        "-keyalg",
                        "EC",
                        "-groupname",
                        "secp256r1",
                        "-dname",
                        "CN=localhost",
                        "-ext",
                        "SAN=dns:localhost,ip:127.0.0.1,ip:0:0:0:0:0:0:0:1",
                        "-validity",
                        "365",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        store.toString(),
                        "-storepass",
                        PASSWORD)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        try {
            if (!keytool.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) || keytool.exitValue() != 0) {
                throw new IOException("keytool failed: " + Files.readString(log).strip());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("keytool was interrupted", e);
        } finally {
            keytool.destroyForcibly();
        }
    }

    private static SelfSigned read(Path store) throws IOException, GeneralSecurityException {
        try (InputStream content = Files.newInputStream(store)) {
            KeyStore read = KeyStore.getInstance("PKCS12");
            read.load(content, PASSWORD.toCharArray());
            return new SelfSigned(
                    Objects.requireNonNull(read.getCertificate(ALIAS)),
                    Objects.requireNonNull(read.getKey(ALIAS, PASSWORD.toCharArray())));
        }
    }

    private static String pem(String label, byte[] der) {
        String lines = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
                .encodeToString(der);
        return "-----BEGIN " + label + "-----\n" + lines + "\n-----END " + label + "-----\n";
    }
}
