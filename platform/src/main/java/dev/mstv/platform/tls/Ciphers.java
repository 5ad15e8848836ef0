package dev.mstv.platform.tls;

import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;

/**
 * What TLS is spoken with: what the JDK uses by itself, but only with forward secrecy and authenticated encryption, which
 * HTTP/2 asks for as well (RFC 9113, appendix A).
 */
final class Ciphers {

    static final List<String> PROTOCOLS = List.of("TLSv1.3", "TLSv1.2");

    // Those of TLS 1.3 name no key exchange, which always has forward secrecy there.
    private static final Pattern GOOD =
            Pattern.compile("TLS_(?:(?:ECDHE|DHE)_(?:ECDSA|RSA)_WITH_)?(?:AES_\\d+_GCM|CHACHA20_POLY1305)_SHA\\d+");

    private Ciphers() {}

    /** In the order of the JDK. */
    static List<String> suites() {
        try {
            return Arrays.stream(
                            SSLContext.getDefault().getDefaultSSLParameters().getCipherSuites())
                    .filter(name -> GOOD.matcher(name).matches())
                    .toList();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This JDK has no TLS", e);
        }
    }
}
