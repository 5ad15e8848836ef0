package dev.mstv.platform.tls;

import java.security.PrivateKey;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * By what this process proves who it is.
 *
 * @param alias unlike that of any other, also of one with the same certificate
 * @param chain its certificate, then those that lead to whoever issued it
 * @param key never printed
 */
record Identity(String alias, List<X509Certificate> chain, PrivateKey key) {

    Identity {
        chain = List.copyOf(chain);
    }

    static Identity of(PemFile certificate, PemFile key) throws UnusableFileException {
        List<X509Certificate> chain = certificate.certificates();
        X509Certificate own = chain.getFirst();
        try {
            own.checkValidity();
        } catch (CertificateExpiredException e) {
            throw new UnusableFileException(
                    certificate.variable(), certificate.path() + " expired on " + expiryOf(own));
        } catch (CertificateNotYetValidException e) {
            throw new UnusableFileException(
                    certificate.variable(),
                    certificate.path() + " is not valid before "
                            + own.getNotBefore().toInstant());
        }
        return new Identity(UUID.randomUUID().toString(), chain, key.key(own.getPublicKey()));
    }

    Instant expiry() {
        return expiryOf(chain.getFirst());
    }

    /** As TLS names it: {@code RSA}, {@code EC} or {@code EdDSA}. */
    String keyType() {
        return key.getAlgorithm();
    }

    @Override
    public String toString() {
        return "Identity[" + chain.getFirst().getSubjectX500Principal() + "]";
    }

    private static Instant expiryOf(X509Certificate certificate) {
        return certificate.getNotAfter().toInstant();
    }
}
