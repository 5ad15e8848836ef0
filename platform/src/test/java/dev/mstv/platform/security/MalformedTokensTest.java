package dev.mstv.platform.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mstv.platform.security.TokenClaims.Kind;
import dev.mstv.platform.security.Tokens.Verification;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tokens that are signed with the right secret, or look like it, and still are none of ours. */
class MalformedTokensTest {

    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");
    private static final String ID = "\"00000000-0000-0001-0000-000000000001\"";
    private static final String WHOLE = "{\"iss\":\"mstv\",\"jti\":" + ID + ",\"sub\":" + ID
            + ",\"role\":\"user\",\"sid\":" + ID + ",\"gen\":0,\"iat\":1,\"exp\":9999999999}";

    private static Verification verify(String token) {
        return KeyKind.SECRET.tokens(NOW).verify(token, Kind.ACCESS);
    }

    private static String signed(String header, String body) {
        String head = Forged.part(header) + '.' + Forged.part(body);
        return head + '.' + Forged.hmac(head, KeyKind.SECRET_BYTES);
    }

    @ParameterizedTest
    @ValueSource(strings = "{\"alg\":\"HS256\",\"typ\":\"at+jwt\"}")
    void acceptsTheWholeOne(String header) {
        assertThat(verify(signed(header, WHOLE))).isInstanceOf(Verification.Valid.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"iss", "jti", "sub", "role", "sid", "gen", "iat", "exp"})
    void refusesATokenThatLacksAClaim(String claim) {
        String body = WHOLE.replace('"' + claim + "\":", "\"x\":");
        assertThat(verify(signed("{\"alg\":\"HS256\",\"typ\":\"at+jwt\"}", body)))
                .isInstanceOf(Verification.Invalid.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"alg\":\"HS256\"}",
                "{\"alg\":\"HS256\",\"typ\":\"JWT\"}",
                "{\"alg\":\"HS256\",\"typ\":\"at+jwt\",\"crit\":[\"x\"],\"x\":1}",
                "{\"alg\":\"HS512\",\"typ\":\"at+jwt\"}",
                "{\"typ\":\"at+jwt\"}"
            })
    void refusesAHeaderThatIsNotOurs(String header) {
        assertThat(verify(signed(header, WHOLE))).isInstanceOf(Verification.Invalid.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "..", "...", "a.b.c", "e30.e30.e30", "\u0000", "Bearer x", "\u00e4.\u00f6.\u00fc"})
    void refusesWhatIsNoToken(String token) {
        assertThat(verify(token)).isInstanceOf(Verification.Invalid.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {4097, 1_000_000})
    void refusesATokenOfAbsurdLength(int length) {
        assertThat(verify("a".repeat(length))).isInstanceOf(Verification.Invalid.class);
    }
}
