package dev.mstv.platform.web;

import dev.mstv.platform.config.Settings;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whether a request came over TLS: to this process, or to the trusted proxies that passed it on. Of several proxies all
 * must say so, and where both headers are neither is believed, as in {@link ClientAddress}.
 */
@Singleton
final class Secured {

    private static final String FORWARDED = "Forwarded";
    private static final String X_FORWARDED_PROTO = "X-Forwarded-Proto";
    private static final Pattern PROTO = Pattern.compile("(?i)(?:^|;)\\s*proto=\"?([^\";]*)\"?");
    private static final String HTTPS = "https";

    private final Settings settings;

    Secured(Settings settings) {
        this.settings = settings;
    }

    boolean is(HttpRequest<?> request) {
        return request.isSecure()
                || isTold(request.getRemoteAddress().getAddress().getHostAddress(), request.getHeaders());
    }

    /** Whether who connects from there may say that it came over TLS, and does. */
    boolean isTold(String connection, HttpHeaders headers) {
        if (settings.http().trustedProxies().stream().noneMatch(network -> network.contains(connection))) {
            return false;
        }
        List<String> protocols = entries(headers, X_FORWARDED_PROTO);
        List<String> forwarded = entries(headers, FORWARDED);
        if (protocols.isEmpty() == forwarded.isEmpty()) {
            return false;
        }
        return protocols.stream().allMatch(HTTPS::equalsIgnoreCase)
                && forwarded.stream().map(Secured::protoElement).allMatch(HTTPS::equalsIgnoreCase);
    }

    private static List<String> entries(HttpHeaders headers, String header) {
        return headers.getAll(header).stream()
                .flatMap(line -> Arrays.stream(line.split(",", -1)))
                .map(String::strip)
                .toList();
    }

    private static String protoElement(String entry) {
        Matcher matcher = PROTO.matcher(entry);
        return matcher.find() ? matcher.group(1).strip() : "";
    }
}
