package dev.mstv.acceptance;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Makes tokens, also those that must not count. */
record Jwt(String header, String claims) {

    private static final String HEADER = "{\"alg\":\"HS256\",\"typ\":\"at+jwt\",\"kid\":\"secret\"}";

    /** What an access token of this account says, its session being the one given. */
    static Jwt access(String userId, String role, String session) {
        long now = Instant.now().getEpochSecond();
        return new Jwt(
                HEADER,
                ("{\"iss\":\"mstv\",\"jti\":\"0190a0a0-0000-7000-8000-000000000001\",\"sub\":\"%s\",\"role\":\"%s\","
                                + "\"sid\":\"%s\",\"gen\":0,\"iat\":%d,\"exp\":%d}")
                        .formatted(userId, role, session, now - 60, now + 600));
    }

    Jwt header(String other) {
        return new Jwt(other, claims);
    }

    /** With a claim, given by pattern, in another form. */
    Jwt claim(String pattern, String replacement) {
        String changed = claims.replaceFirst(pattern, replacement);
        if (changed.equals(claims)) {
            throw new IllegalArgumentException("No " + pattern + " in " + claims);
        }
        return new Jwt(header, changed);
    }

    String unsigned() {
        return base64(header) + "." + base64(claims);
    }

    String signed() {
        return signed("HmacSHA256", Secrets.JWT_SECRET);
    }

    String signed(String algorithm, String secret) {
        try {
            Mac mac = Mac.getInstance(algorithm);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), algorithm));
            byte[] signature = mac.doFinal(unsigned().getBytes(StandardCharsets.US_ASCII));
            return unsigned() + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(signature);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String base64(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
