package dev.mstv.platform.grpc;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import javax.crypto.SecretKey;
import org.jspecify.annotations.Nullable;

/**
 * How a process proves to another that it belongs to the same system: a JSON Web Token (RFC 7519) of one minute, signed
 * with the secret that they share. Thread-safe.
 */
final class ServiceTokens {

    private static final String AUDIENCE = "mstv.bus";
    private static final Duration VALID = Duration.ofMinutes(1);
    private static final Duration RENEWED = Duration.ofSeconds(30);
    // Clocks of two machines may differ by so much.
    private static final Duration SKEW = Duration.ofSeconds(30);
    private static final int MAX_LENGTH = 1_024;

    private final SecretKey secret;
    private final String service;
    private final Clock clock;
    private final Cache<String, Instant> verified =
            Caffeine.newBuilder().maximumSize(1_000).build();
    private volatile @Nullable Issued issued;

    ServiceTokens(SecretKey secret, String service, Clock clock) {
        this.secret = secret;
        this.service = service;
        this.clock = clock;
    }

    private record Issued(String token, Instant at) {}

    /** One that is valid for at least half a minute. */
    String token() {
        Issued last = issued;
        Instant now = clock.instant();
        if (last == null || now.isAfter(last.at().plus(RENEWED)) || now.isBefore(last.at())) {
            last = new Issued(issue(now), now);
            issued = last;
        }
        return last.token();
    }

    /** Whether a process of this system has made the token, not long ago. */
    boolean valid(String token) {
        Instant until = verified.getIfPresent(token);
        if (until == null) {
            until = verifiedUntil(token);
            if (until == null) {
                return false;
            }
            verified.put(token, until);
        }
        return clock.instant().isBefore(until.plus(SKEW));
    }

    private String issue(Instant now) {
        SignedJWT token = new SignedJWT(
                new JWSHeader(JWSAlgorithm.HS256),
                new JWTClaimsSet.Builder()
                        .issuer(service)
                        .audience(AUDIENCE)
                        .expirationTime(Date.from(now.plus(VALID)))
                        .build());
        try {
            token.sign(new MACSigner(secret));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException("A token could not be signed", e);
        }
    }

    private @Nullable Instant verifiedUntil(String text) {
        if (text.length() > MAX_LENGTH) {
            return null;
        }
        try {
            SignedJWT token = SignedJWT.parse(text);
            if (!token.getHeader().getAlgorithm().equals(JWSAlgorithm.HS256)
                    || !token.verify(new MACVerifier(secret))
                    || !token.getJWTClaimsSet().getAudience().equals(List.of(AUDIENCE))) {
                return null;
            }
            Date expires = token.getJWTClaimsSet().getExpirationTime();
            return expires == null ? null : expires.toInstant();
        } catch (ParseException | JOSEException e) {
            return null;
        }
    }
}
