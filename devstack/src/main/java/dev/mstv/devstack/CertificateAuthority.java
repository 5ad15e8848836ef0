package dev.mstv.devstack;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Objects;

/** Issues certificates by the JDK's keytool, as PEM files in a directory. For tests: it keeps no secret. */
public final class CertificateAuthority {

    private static final String PASSWORD = "nothing-secret";
    private static final String OWN = "authority";
    private static final String THIS_MACHINE = "SAN=dns:localhost,ip:127.0.0.1,ip:0:0:0:0:0:0:0:1";

    private final Path directory;
    private final Path store;

    /** A certificate, followed by that of the authority, and its key. */
    public record Pair(Path certificate, Path key) {}

    /** One that keeps everything in an empty directory. */
    public CertificateAuthority(Path directory) {
        this.directory = directory;
        this.store = directory.resolve("store.p12");
        keytool(OWN, "-keyalg", "EC", "-ext", "bc:c", "-ext", "ku=keyCertSign", "-validity", "10");
        write(certificate(), chain(OWN));
    }

    /** Its own certificate, by which those that it issues are known. */
    public Path certificate() {
        return directory.resolve(OWN + ".pem");
    }

    /** A certificate for the names that this machine has for itself, valid for some days. */
    public Pair issue(String name) {
        return issue(name, "EC", "-validity", "5", "-ext", THIS_MACHINE);
    }

    /** As {@link #issue(String)}, with a key of {@code RSA}, {@code EC} or {@code Ed25519}. */
    public Pair issueOf(String algorithm, String name) {
        return issue(name, algorithm, "-validity", "5", "-ext", THIS_MACHINE);
    }

    /** As {@link #issue(String)}, but it has expired. */
    public Pair issueExpired(String name) {
        return issue(name, "EC", "-startdate", "-5d", "-validity", "2", "-ext", THIS_MACHINE);
    }

    /** As {@link #issue(String)}, but for another host. */
    public Pair issueFor(String host, String name) {
        return issue(name, "EC", "-validity", "5", "-ext", "SAN=dns:" + host);
    }

    /** As {@link #issue(String)}, but of no authority: signed by its own key. */
    public Pair selfSigned(String name) {
        keytool(name, "-keyalg", "EC", "-validity", "5", "-ext", THIS_MACHINE);
        return written(name);
    }

    private Pair issue(String name, String algorithm, String... more) {
        List<String> words = new ArrayList<>(List.of(more));
        words.addAll(List.of("-keyalg", algorithm, "-signer", OWN));
        keytool(name, words.toArray(String[]::new));
        return written(name);
    }

    private Pair written(String name) {
        Pair pair = new Pair(directory.resolve(name + ".pem"), directory.resolve(name + ".key"));
        write(pair.certificate(), chain(name));
        write(pair.key(), key(name));
        return pair;
    }

    private void keytool(String name, String... more) {
        List<String> words = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                name,
                "-dname",
                "CN=" + name,
                "-keystore",
                store.toString(),
                "-storepass",
                PASSWORD));
        words.addAll(List.of(more));
        Command.run(words);
    }

    private String chain(String name) {
        StringBuilder text = new StringBuilder();
        try {
            for (Certificate certificate : opened().getCertificateChain(name)) {
                text.append(pem("CERTIFICATE", certificate.getEncoded()));
            }
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
        return text.toString();
    }

    private String key(String name) {
        try {
            return pem(
                    "PRIVATE KEY",
                    Objects.requireNonNull(opened().getKey(name, PASSWORD.toCharArray()))
                            .getEncoded());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private KeyStore opened() throws GeneralSecurityException {
        try (InputStream content = Files.newInputStream(store)) {
            KeyStore opened = KeyStore.getInstance("PKCS12");
            opened.load(content, PASSWORD.toCharArray());
            return opened;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The PEM form (RFC 7468) of what is DER otherwise. */
    public static String pem(String label, byte[] der) {
        String lines = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
                .encodeToString(der);
        return "-----BEGIN " + label + "-----\n" + lines + "\n-----END " + label + "-----\n";
    }

    private static void write(Path file, String text) {
        try {
            Path unused = Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
