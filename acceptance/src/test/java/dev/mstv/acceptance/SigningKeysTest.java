package dev.mstv.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.util.Base64;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tokens may be signed with a key pair, whose public half is published. */
class SigningKeysTest {

    @ParameterizedTest
    @CsvSource({"Ed25519, OKP, EdDSA", "RSA, RSA, RS256"})
    void keyPairsArePublishedAndSignIn(String algorithm, String type, String name) throws GeneralSecurityException {
        try (RunningApp app =
                World.anotherProcess().with("JWT_PRIVATE_KEY", pem(algorithm)).start()) {
            Answer keys = app.send(Request.get("/.well-known/jwks.json")).expect(200);
            Account account = Account.registered(app);

            assertThat(keys.at("/keys/0/kty")).isEqualTo(type);
            assertThat(keys.at("/keys/0/alg")).isEqualTo(name);
            assertThat(keys.json().at("/keys/0").has("d")).isFalse();
            assertThat(app.send(account.get("/auth/profile")).status()).isEqualTo(200);
        }
    }

    private static String pem(String algorithm) throws GeneralSecurityException {
        byte[] key = KeyPairGenerator.getInstance(algorithm)
                .generateKeyPair()
                .getPrivate()
                .getEncoded();
        return "-----BEGIN PRIVATE KEY-----\n" + Base64.getMimeEncoder().encodeToString(key)
                + "\n-----END PRIVATE KEY-----";
    }
}
