package dev.mstv.platform.tls;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mstv.devstack.CertificateAuthority;
import dev.mstv.devstack.CertificateAuthority.Pair;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A private key is read in whichever form programs write it. */
class KeyFormsTest {

    private static Path directory;
    private static CertificateAuthority authority;

    @BeforeAll
    static void start(@TempDir Path empty) {
        directory = empty;
        authority = new CertificateAuthority(empty);
    }

    private static Identity read(Path certificate, Path key) throws UnusableFileException {
        return Identity.of(PemFile.read("SSL_CERT_PATH", certificate), PemFile.read("SSL_KEY_PATH", key));
    }

    @ParameterizedTest
    @ValueSource(strings = {"RSA", "EC", "Ed25519"})
    void inPkcs8(String algorithm) throws Exception {
        Pair pair = authority.issueOf(algorithm, "pkcs8-" + algorithm);
        assertThat(read(pair.certificate(), pair.key()).chain()).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({"RSA,RSA PRIVATE KEY", "EC,EC PRIVATE KEY"})
    void inTheOlderFormOfItsKind(String algorithm, String label) throws Exception {
        Pair pair = authority.issueOf(algorithm, "older-" + algorithm);
        String bare = CertificateAuthority.pem(label, inner(pair.key()));
        Path key = Files.writeString(directory.resolve("bare-" + algorithm), bare);
        assertThat(read(pair.certificate(), key).keyType()).isEqualTo(algorithm);
    }

    @Test
    void amongOtherThingsInItsFile() throws Exception {
        Pair pair = authority.issue("among");
        Path both = Files.writeString(
                directory.resolve("both.pem"),
                "Bag Attributes\n" + Files.readString(pair.certificate()) + "\r\n" + Files.readString(pair.key()));
        assertThat(read(both, both).chain()).hasSize(2);
    }

    /** What PKCS #8 wraps: after the version and the algorithm, the numbers. */
    private static byte[] inner(Path key) throws Exception {
        String base64 = Files.readString(key).replaceAll("-----[A-Z ]*-----", "");
        ByteBuffer der = ByteBuffer.wrap(Base64.getMimeDecoder().decode(base64));
        int unused = length(der);
        skip(der);
        skip(der);
        byte[] numbers = new byte[length(der)];
        der.get(numbers);
        return numbers;
    }

    private static void skip(ByteBuffer der) {
        int length = length(der);
        ByteBuffer unused = der.position(der.position() + length);
    }

    private static int length(ByteBuffer der) {
        byte unused = der.get();
        int first = Byte.toUnsignedInt(der.get());
        int length = first;
        if (first > 127) {
            length = 0;
            for (int i = 128; i < first; i++) {
                length = length << 8 | Byte.toUnsignedInt(der.get());
            }
        }
        return length;
    }
}
