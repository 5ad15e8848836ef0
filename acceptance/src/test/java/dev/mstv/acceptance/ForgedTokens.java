package dev.mstv.acceptance;

import java.util.LinkedHashMap;
import java.util.Map;

/** Tokens that nobody issued. */
final class ForgedTokens {

    private ForgedTokens() {}

    /**
     * By what is wrong with them.
     *
     * @param token what would count if nothing were wrong with it but its session
     * @param real one that counts
     */
    static Map<String, String> all(Jwt token, String real) {
        Map<String, String> tokens = new LinkedHashMap<>();
        String[] parts = real.split("\\.", -1);
        Jwt none = token.header("{\"alg\":\"none\",\"typ\":\"at+jwt\"}");
        tokens.put("alg none", none.unsigned() + ".");
        tokens.put(
                "alg None",
                token.header("{\"alg\":\"None\",\"typ\":\"at+jwt\"}").unsigned() + ".");
        tokens.put("alg none and a real signature", none.unsigned() + "." + parts[2]);
        tokens.put("no alg", token.header("{\"typ\":\"at+jwt\"}").signed());
        tokens.put(
                "alg RS256 and the secret",
                token.header("{\"alg\":\"RS256\",\"typ\":\"at+jwt\"}").signed());
        tokens.put(
                "alg HS512 and the secret",
                token.header("{\"alg\":\"HS512\",\"typ\":\"at+jwt\"}").signed("HmacSHA512", Secrets.JWT_SECRET));
        tokens.put("the wrong key", token.signed("HmacSHA256", "some-other-secret-0123456789-0123456789"));
        tokens.put(
                "an embedded key",
                token.header("{\"alg\":\"HS256\",\"typ\":\"at+jwt\",\"jwk\":{\"kty\":\"oct\"}}")
                        .signed("HmacSHA256", "eve"));
        tokens.put(
                "a critical extension",
                token.header("{\"alg\":\"HS256\",\"typ\":\"at+jwt\",\"crit\":[\"x\"],\"x\":1}")
                        .signed());
        tokens.put("no signature", parts[0] + "." + parts[1] + ".");
        tokens.put("two parts", parts[0] + "." + parts[1]);
        tokens.put("four parts", real + ".x");
        tokens.put("half a signature", real.substring(0, real.length() - 20));
        tokens.put("another role, the old signature", parts[0] + "." + changed(parts[1]) + "." + parts[2]);
        tokens.put(
                "the type of an id token",
                token.header("{\"alg\":\"HS256\",\"typ\":\"JWT\"}").signed());
        tokens.put("no type", token.header("{\"alg\":\"HS256\"}").signed());
        tokens.put("another issuer", token.claim("\"mstv\"", "\"eve\"").signed());
        tokens.put("no issuer", token.claim("\"iss\":\"mstv\",", "").signed());
        tokens.put("no expiry", token.claim(",\"exp\":\\d+", "").signed());
        tokens.put(
                "an expiry in words",
                token.claim("\"exp\":\\d+", "\"exp\":\"never\"").signed());
        tokens.put("no session", token.claim("\"sid\":\"[^\"]+\",", "").signed());
        tokens.put(
                "a session that is no id",
                token.claim("\"sid\":\"[^\"]+\"", "\"sid\":\"' OR 1=1\"").signed());
        tokens.put(
                "a subject that is no id",
                token.claim("\"sub\":\"[^\"]+\"", "\"sub\":\"admin\"").signed());
        tokens.put("claims that are an array", new Jwt(token.header(), "[]").signed());
        tokens.put("claims that are no JSON", new Jwt(token.header(), "{").signed());
        tokens.put(
                "a padding of 5000 characters",
                token.claim("\"gen\"", "\"x\":\"" + "x".repeat(5000) + "\",\"gen\"")
                        .signed());
        return tokens;
    }

    private static String changed(String claims) {
        java.util.Base64.Decoder decoder = java.util.Base64.getUrlDecoder();
        String text = new String(decoder.decode(claims), java.nio.charset.StandardCharsets.UTF_8);
        return java.util.Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(
                        text.replace("\"user\"", "\"admin\"").getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }
}
