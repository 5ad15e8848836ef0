package dev.mstv;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.time.Instant;
import java.util.Date;

/** Tokens by which processes prove that they belong together, made by hand. */
final class ServiceTokenSamples {

    private ServiceTokenSamples() {}

    static String valid(String secret) {
        return token(secret, "mstv.bus", Instant.now().plusSeconds(60));
    }

    static String token(String secret, String audience, Instant expires) {
        SignedJWT token = new SignedJWT(
                new JWSHeader(JWSAlgorithm.HS256),
                new JWTClaimsSet.Builder()
                        .issuer("test")
                        .audience(audience)
                        .expirationTime(Date.from(expires))
                        .build());
        try {
            token.sign(new MACSigner(secret));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
        return token.serialize();
    }
}
