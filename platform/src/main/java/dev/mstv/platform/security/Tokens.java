package dev.mstv.platform.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.mstv.platform.problem.Problem;
import dev.mstv.platform.problem.ProblemKind;
import dev.mstv.platform.security.TokenClaims.Kind;
import jakarta.inject.Singleton;
import java.text.ParseException;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.UUID;

/**
 * Issues and verifies tokens: JSON Web Tokens (RFC 7519, RFC 9068) under the one algorithm that is configured. A valid
 * signature does not mean that the session still lives; see {@link SessionCheck}. Thread-safe.
 */
@Singleton
public final class Tokens {

    private static final String ISSUER = "mstv";
    private static final int MAX_LENGTH = 4096;
    private static final int REMEMBERED = 10_000;

    private final SigningKey key;
    private final Clock clock;
    // Signatures are costly and the same token comes many times; what is kept is the outcome, never beyond expiry.
    private final Cache<String, TokenClaims> verified =
            Caffeine.newBuilder().maximumSize(REMEMBERED).build();

    Tokens(SigningKey key, Clock clock) {
        this.key = key;
        this.clock = clock;
    }

    /** What verifying a token came to. */
    public sealed interface Verification {
        record Valid(TokenClaims claims) implements Verification {}

        record Invalid(Problem problem) implements Verification {}
    }

    public String issue(TokenClaims claims) {
        JWSHeader header = new JWSHeader.Builder(key.algorithm())
                .type(new JOSEObjectType(claims.kind().type()))
                .keyID(key.id())
                .build();
        JWTClaimsSet body = new JWTClaimsSet.Builder()
                .issuer(ISSUER)
                .jwtID(claims.tokenId().toString())
                .subject(claims.userId().toString())
                .claim("role", claims.role())
                .claim("sid", claims.session().toString())
                .claim("gen", claims.generation())
                .issueTime(Date.from(claims.issuedAt()))
                .expirationTime(Date.from(claims.expiresAt()))
                .build();
        SignedJWT token = new SignedJWT(header, body);
        try {
            token.sign(key.signer());
        } catch (JOSEException e) {
            throw new IllegalStateException("A token could not be signed", e);
        }
        return token.serialize();
    }

    /** Verifies a token of the given kind: form, algorithm, signature, issuer, expiry. */
    public Verification verify(String token, Kind kind) {
        TokenClaims known = verified.getIfPresent(token);
        if (known == null) {
            try {
                known = parse(token);
            } catch (ParseException | JOSEException | IllegalArgumentException e) {
                return invalid("invalid_token", "The token is not valid.");
            }
            verified.put(token, known);
        }
        if (known.kind() != kind) {
            return invalid("invalid_token", "The token is not valid.");
        }
        if (!clock.instant().isBefore(known.expiresAt())) {
            verified.invalidate(token);
            return invalid("token_expired", "The token has expired.");
        }
        return new Verification.Valid(known);
    }

    /** The public keys as a JWK Set (RFC 7517); empty when the key is a shared secret. */
    public Map<String, Object> jwks() {
        return key.jwks();
    }

    private TokenClaims parse(String text) throws ParseException, JOSEException {
        if (text.length() > MAX_LENGTH) {
            throw new ParseException("The token is too long", 0);
        }
        SignedJWT token = SignedJWT.parse(text);
        // The algorithm is ours to choose, not the token's.
        if (!key.algorithm().equals(token.getHeader().getAlgorithm()) || !token.verify(key.verifier())) {
            throw new ParseException("The token is not signed by us", 0);
        }
        JWTClaimsSet body = token.getJWTClaimsSet();
        if (!ISSUER.equals(body.getIssuer()) || token.getHeader().getType() == null) {
            throw new ParseException("The token is not one of ours", 0);
        }
        return new TokenClaims(
                kind(token.getHeader().getType().getType()),
                UUID.fromString(present(body.getJWTID())),
                UUID.fromString(present(body.getSubject())),
                present(body.getStringClaim("role")),
                UUID.fromString(present(body.getStringClaim("sid"))),
                present(body.getIntegerClaim("gen")),
                instant(body.getIssueTime()),
                instant(body.getExpirationTime()));
    }

    private static Kind kind(String type) {
        for (Kind kind : Kind.values()) {
            if (kind.type().equals(type)) {
                return kind;
            }
        }
        throw new IllegalArgumentException("Not a type of token: " + type);
    }

    private static Instant instant(Date date) {
        return present(date).toInstant();
    }

    private static <T> T present(T claim) {
        if (claim == null) {
            throw new IllegalArgumentException("A claim is missing");
        }
        return claim;
    }

    private static Verification invalid(String code, String detail) {
        return new Verification.Invalid(Problem.of(ProblemKind.UNAUTHENTICATED, code, detail));
    }
}
