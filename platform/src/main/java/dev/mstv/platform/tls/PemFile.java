package dev.mstv.platform.tls;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a PEM file (RFC 7468) held when it was read.
 *
 * @param variable that names the file
 * @param text never printed, since it may be a key
 */
record PemFile(String variable, Path path, String text) {

    private static final int MOST_BYTES = 1_048_576;
    private static final Pattern CERTIFICATES =
            Pattern.compile("-----BEGIN CERTIFICATE-----([^-]*)-----END CERTIFICATE-----");
    private static final Pattern PRIVATE_KEY =
            Pattern.compile("-----BEGIN ([A-Z ]*)PRIVATE KEY-----(.*?)-----END \\1PRIVATE KEY-----", Pattern.DOTALL);

    static PemFile read(String variable, Path path) throws UnusableFileException {
        try {
            if (Files.isDirectory(path) || Files.size(path) > MOST_BYTES) {
                throw new UnusableFileException(variable, path + " is not a PEM file");
            }
            return new PemFile(variable, path, Files.readString(path, StandardCharsets.ISO_8859_1));
        } catch (NoSuchFileException e) {
            throw new UnusableFileException(variable, path + " is not there");
        } catch (IOException e) {
            throw new UnusableFileException(variable, path + " cannot be read");
        }
    }

    /** All of them in their order, at least one. */
    List<X509Certificate> certificates() throws UnusableFileException {
        List<X509Certificate> certificates = new ArrayList<>();
        for (MatchResult block : CERTIFICATES.matcher(text).results().toList()) {
            certificates.add(certificate(block.group(1)));
        }
        if (certificates.isEmpty()) {
            throw new UnusableFileException(variable, path + " has no certificate in PEM form");
        }
        return List.copyOf(certificates);
    }

    /** The first one, which must be the private half of {@code half}. */
    PrivateKey key(PublicKey half) throws UnusableFileException {
        Matcher block = PRIVATE_KEY.matcher(text);
        if (!block.find()) {
            throw new UnusableFileException(variable, path + " has no private key in PEM form");
        }
        if (block.group(1).startsWith("ENCRYPTED") || block.group(2).contains("ENCRYPTED")) {
            throw new UnusableFileException(variable, path + " has a passphrase, a key without one is needed");
        }
        try {
            byte[] der = Base64.getMimeDecoder().decode(block.group(2));
            PrivateKey key = KeyForm.of(block.group(1)).read(der, half);
            if (!KeyPairs.belong(key, half)) {
                throw new UnusableFileException(
                        variable, path + " does not belong to the certificate of SSL_CERT_PATH");
            }
            return key;
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new UnusableFileException(
                    variable, path + " has no key that can be read, allowed are RSA, EC and Ed25519 keys");
        }
    }

    private X509Certificate certificate(String base64) throws UnusableFileException {
        try {
            byte[] der = Base64.getMimeDecoder().decode(base64);
            return (X509Certificate)
                    CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(der));
        } catch (CertificateException | IllegalArgumentException e) {
            throw new UnusableFileException(variable, path + " has a certificate that cannot be read");
        }
    }

    @Override
    public String toString() {
        return "PemFile[" + path + "]";
    }
}
