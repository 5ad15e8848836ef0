package dev.mstv.platform.security;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordHasherTest {

    // Of "U*U": the first vector of crypt_blowfish's own tests, and the same in Node's and PHP's flavours.
    private static final String BCRYPT = "$2a$05$CCCCCCCCCCCCCCCCCCCCC.E5YPO9kmyuRGyh0XouQYb4YMJKvyOeW";

    private final PasswordHasher hasher = new PasswordHasher();

    @AfterEach
    void close() {
        hasher.close();
    }

    @Test
    void hashesWithTheParametersOfOwasp() {
        assertThat(hasher.hash("correct horse")).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
    }

    @Test
    void saltsEveryHash() {
        assertThat(hasher.hash("correct horse")).isNotEqualTo(hasher.hash("correct horse"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "correct horse",
                "p\u00e4ssw\u00f6rd",
                "\ud83d\udd11\ud83d\udd11\ud83d\udd11\ud83d\udd11",
                "        "
            })
    void verifiesTheRightPassword(String password) {
        assertThat(hasher.verify(password, hasher.hash(password))).isTrue();
    }

    @Test
    void doesNotVerifyAnotherPassword() {
        assertThat(hasher.verify("correct horse ", hasher.hash("correct horse")))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"$2a$", "$2b$", "$2y$"})
    void verifiesAnImportedBcryptHash(String flavour) {
        assertThat(hasher.verify("U*U", BCRYPT.replace("$2a$", flavour))).isTrue();
    }

    @Test
    void doesNotVerifyAnotherPasswordWithBcrypt() {
        assertThat(hasher.verify("U*V", BCRYPT)).isFalse();
    }

    @Test
    void verifiesNobodysPassword() {
        assertThat(hasher.verify("correct horse", PasswordHasher.NOBODYS)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                BCRYPT,
                "$argon2i$v=19$m=19456,t=2,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
                "$argon2id$v=19$m=4096,t=2,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
                "$argon2id$v=19$m=19456,t=1,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
            })
    void findsAHashOfThePastOutdated(String hash) {
        assertThat(hasher.outdated(hash)).isTrue();
    }

    @Test
    void doesNotFindItsOwnHashOutdated() {
        assertThat(hasher.outdated(hasher.hash("correct horse"))).isFalse();
    }
}
