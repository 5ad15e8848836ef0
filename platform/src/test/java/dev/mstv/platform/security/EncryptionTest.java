package dev.mstv.platform.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.mstv.platform.config.Settings;
import dev.mstv.platform.config.Variables;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EncryptionTest {

    private static final byte[] TEXT = "Ada Lovelace".getBytes(StandardCharsets.UTF_8);

    private final Encryption encryption = with(1);

    private static Encryption with(int firstByte) {
        byte[] key = new byte[32];
        key[0] = (byte) firstByte;
        Variables variables =
                new Variables(Map.of("ENCRYPTION_KEY", Base64.getEncoder().encodeToString(key)));
        return new Encryption(Settings.read(variables, 0));
    }

    @Test
    void givesBackWhatItWasGiven() {
        assertThat(encryption.decrypt(encryption.encrypt(TEXT))).isEqualTo(TEXT);
    }

    @Test
    void neverLooksTheSameTwice() {
        assertThat(encryption.encrypt(TEXT)).isNotEqualTo(encryption.encrypt(TEXT));
    }

    @Test
    void cannotBeReadWithAnotherKey() {
        String secret = encryption.encrypt(TEXT);
        assertThatIllegalStateException().isThrownBy(() -> with(2).decrypt(secret));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 11, 12, 23, 39})
    void cannotBeReadIfAByteWasAltered(int index) {
        byte[] secret = Base64.getDecoder().decode(encryption.encrypt(TEXT));
        secret[index] ^= 1;
        String altered = Base64.getEncoder().encodeToString(secret);
        assertThatIllegalStateException().isThrownBy(() -> encryption.decrypt(altered));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "AAAA", "AAAAAAAAAAAAAAAA", "not base64!"})
    void refusesWhatItNeverMade(String text) {
        assertThatIllegalStateException().isThrownBy(() -> encryption.decrypt(text));
    }

    @Test
    void fingerprintsEqualTextsEqually() {
        assertThat(encryption.fingerprint(TEXT)).isEqualTo(encryption.fingerprint(TEXT.clone()));
    }

    @Test
    void fingerprintsDifferentlyWithAnotherKey() {
        assertThat(encryption.fingerprint(TEXT)).isNotEqualTo(with(2).fingerprint(TEXT));
    }

    @Test
    void fingerprintsIn64HexDigits() {
        assertThat(encryption.fingerprint(TEXT)).matches("[0-9a-f]{64}");
    }
}
