package dev.mstv.platform.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class PrivateKeysTest {

    private static KeyPair pair(String algorithm, int bits) throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
        if (bits > 0) {
            generator.initialize(bits);
        }
        return generator.generateKeyPair();
    }

    private static String pem(KeyPair pair) {
        return "-----BEGIN PRIVATE KEY-----\n"
                + Base64.getMimeEncoder().encodeToString(pair.getPrivate().getEncoded())
                + "\n-----END PRIVATE KEY-----\n";
    }

    @Test
    void findsThePublicHalfOfAnEd25519Key() throws GeneralSecurityException {
        KeyPair pair = pair("Ed25519", 0);
        TokenKey.Ed25519 key = (TokenKey.Ed25519) PrivateKeys.parse(pem(pair));
        assertThat(key.pair().getPublic()).isEqualTo(pair.getPublic());
    }

    @Test
    void findsThePublicHalfOfAnRsaKey() throws GeneralSecurityException {
        KeyPair pair = pair("RSA", 2048);
        TokenKey.Rsa key = (TokenKey.Rsa) PrivateKeys.parse(pem(pair));
        assertThat(key.pair().getPublic()).isEqualTo(pair.getPublic());
    }

    @Test
    void refusesAnRsaKeyOf1024Bits() throws GeneralSecurityException {
        String weak = pem(pair("RSA", 1024));
        assertThatIllegalArgumentException().isThrownBy(() -> PrivateKeys.parse(weak));
    }

    @Test
    void refusesAKeyOfAnotherKind() throws GeneralSecurityException {
        String curve = pem(pair("EC", 256));
        assertThatIllegalArgumentException().isThrownBy(() -> PrivateKeys.parse(curve));
    }
}
