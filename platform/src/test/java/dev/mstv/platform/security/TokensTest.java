package dev.mstv.platform.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mstv.platform.security.TokenClaims.Kind;
import dev.mstv.platform.security.Tokens.Verification;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

class TokensTest {

    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");

    private static TokenClaims claims(Kind kind) {
        return new TokenClaims(
                kind, new UUID(1, 1), new UUID(2, 2), "user", new UUID(3, 3), 4, NOW, NOW.plusSeconds(900));
    }

    private static String code(Verification verification) {
        return verification instanceof Verification.Invalid(var problem) ? problem.code() : "valid";
    }

    @ParameterizedTest
    @EnumSource
    void understandsItsOwn(KeyKind key) {
        Tokens tokens = key.tokens(NOW);
        assertThat(tokens.verify(tokens.issue(claims(Kind.ACCESS)), Kind.ACCESS))
                .isEqualTo(new Verification.Valid(claims(Kind.ACCESS)));
    }

    @ParameterizedTest
    @EnumSource
    void refusesATokenOfAnotherKind(KeyKind key) {
        Tokens tokens = key.tokens(NOW);
        assertThat(code(tokens.verify(tokens.issue(claims(Kind.REFRESH)), Kind.ACCESS)))
                .isEqualTo("invalid_token");
    }

    @ParameterizedTest
    @EnumSource
    void refusesATokenAtTheMomentOfItsExpiry(KeyKind key) {
        String token = key.tokens(NOW).issue(claims(Kind.ACCESS));
        assertThat(code(key.tokens(NOW.plusSeconds(900)).verify(token, Kind.ACCESS)))
                .isEqualTo("token_expired");
    }

    @ParameterizedTest
    @EnumSource
    void refusesATokenOfAnotherKeyOfItsSort(KeyKind key) {
        String token = key.others(NOW).issue(claims(Kind.ACCESS));
        assertThat(code(key.tokens(NOW).verify(token, Kind.ACCESS))).isEqualTo("invalid_token");
    }

    @ParameterizedTest
    @EnumSource
    void refusesATokenWhoseClaimsWereAltered(KeyKind key) {
        String[] parts = key.tokens(NOW).issue(claims(Kind.ACCESS)).split("\\.", -1);
        String altered = Forged.text(parts[1]).replace("\"user\"", "\"admin\"");
        String token = parts[0] + '.' + Forged.part(altered) + '.' + parts[2];
        assertThat(code(key.tokens(NOW).verify(token, Kind.ACCESS))).isEqualTo("invalid_token");
    }

    @ParameterizedTest
    @EnumSource
    void refusesATokenWithoutASignature(KeyKind key) {
        String[] parts = key.tokens(NOW).issue(claims(Kind.ACCESS)).split("\\.", -1);
        String token = Forged.part("{\"alg\":\"none\",\"typ\":\"at+jwt\"}") + '.' + parts[1] + '.';
        assertThat(code(key.tokens(NOW).verify(token, Kind.ACCESS))).isEqualTo("invalid_token");
    }

    @ParameterizedTest
    @EnumSource
    void refusesATokenFromWhichTheSignatureWasCut(KeyKind key) {
        String token = key.tokens(NOW).issue(claims(Kind.ACCESS));
        String cut = token.substring(0, token.lastIndexOf('.') + 1);
        assertThat(code(key.tokens(NOW).verify(cut, Kind.ACCESS))).isEqualTo("invalid_token");
    }

    /** The oldest trick: the public key, which everybody has, as the secret of an HMAC. */
    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "SECRET")
    void refusesATokenSignedWithThePublicKeyAsASecret(KeyKind key) {
        String[] parts = key.tokens(NOW).issue(claims(Kind.ACCESS)).split("\\.", -1);
        String head = Forged.part("{\"alg\":\"HS256\",\"typ\":\"at+jwt\"}") + '.' + parts[1];
        String token = head + '.' + Forged.hmac(head, key.pair().getPublic().getEncoded());
        assertThat(code(key.tokens(NOW).verify(token, Kind.ACCESS))).isEqualTo("invalid_token");
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "SECRET")
    void publishesThePublicKeyAndNothingOfThePrivateOne(KeyKind key) {
        assertThat(key.tokens(NOW).jwks().get("keys"))
                .asInstanceOf(InstanceOfAssertFactories.list(Map.class))
                .singleElement(InstanceOfAssertFactories.MAP)
                .containsKeys("kid", "kty", "alg")
                .doesNotContainKeys("d", "p", "q", "dp", "dq", "qi", "k");
    }

    @ParameterizedTest
    @EnumSource(names = "SECRET")
    void publishesNoSecret(KeyKind key) {
        assertThat(key.tokens(NOW).jwks()).isEqualTo(Map.of("keys", List.of()));
    }
}
