package dev.mstv.platform.web;

import dev.mstv.platform.problem.Problem;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Versions as entity tags (RFC 9110, section 8.8.3). */
public final class Etag {

    private static final Pattern TAG = Pattern.compile("\"([0-9]{1,18})\"");
    private static final String ANY = "*";

    private Etag() {}

    public static String of(long version) {
        return '"' + Long.toString(version) + '"';
    }

    /**
     * The version that an {@code If-Match} header asks for; null if there is none, or if any will do. A weak tag, and one
     * that is not ours, matches no version, which 0 stands for.
     *
     * @throws dev.mstv.platform.problem.Refusal {@code invalid_etag} if it is not an entity tag at all
     */
    public static @Nullable Long version(@Nullable String ifMatch) {
        if (ifMatch == null || ifMatch.equals(ANY)) {
            return null;
        }
        Matcher matcher = TAG.matcher(ifMatch);
        if (matcher.matches()) {
            return Long.valueOf(matcher.group(1));
        }
        if (ifMatch.matches("(?:W/)?\"[!-~&&[^\"]]*\"")) {
            return 0L;
        }
        throw Problem.invalid("If-Match", "invalid_etag", "If-Match takes one entity tag in double quotes, or *.")
                .refusal();
    }

    /** The value with its tag, or 304 if an {@code If-None-Match} header names it. */
    public static <T> HttpResponse<T> response(T value, long version, @Nullable String ifNoneMatch) {
        MutableHttpResponse<T> response =
                matches(ifNoneMatch, version) ? HttpResponse.notModified() : HttpResponse.ok(value);
        return response.header(HttpHeaders.ETAG, of(version));
    }

    /** True if an {@code If-None-Match} header names this version, or any. */
    public static boolean matches(@Nullable String ifNoneMatch, long version) {
        if (ifNoneMatch == null) {
            return false;
        }
        for (String tag : ifNoneMatch.split(",", -1)) {
            String bare = tag.strip();
            if (bare.equals(ANY) || bare.equals(of(version)) || bare.equals("W/" + of(version))) {
                return true;
            }
        }
        return false;
    }
}
