package dev.mstv.devstack.consul;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A request, decoded. */
record StubRequest(String method, String path, Map<String, String> query, String body) {

    private static final Pattern DURATION = Pattern.compile("([0-9]+)(ms|s|m)");
    private static final String DEFAULT_WAIT = "5m";

    StubRequest(HttpExchange exchange) throws IOException {
        this(
                exchange.getRequestMethod(),
                // A key may come with its slashes encoded, which Consul takes for slashes.
                exchange.getRequestURI().getPath().substring("/v1/".length()),
                query(exchange.getRequestURI().getRawQuery()),
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
    }

    boolean is(String wanted, String prefix) {
        return method.equals(wanted) && path.startsWith(prefix);
    }

    /** What of the path follows. */
    String after(String prefix) {
        return path.substring(prefix.length());
    }

    boolean has(String parameter) {
        return query.containsKey(parameter);
    }

    /** Waits as the parameters of a blocking query say. */
    void await(StubIndex.Table table) throws InterruptedException {
        long seen = Long.parseLong(query.getOrDefault("index", "0"));
        if (seen > 0) {
            Duration wait = duration(query.getOrDefault("wait", DEFAULT_WAIT));
            // Consul adds a random part of up to a sixteenth.
            table.await(seen, wait.plus(wait.dividedBy(16)));
        }
    }

    /** As Go writes it, as far as anyone here does. */
    static Duration duration(String text) {
        Matcher matcher = DURATION.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("Not a duration: " + text);
        }
        long amount = Long.parseLong(matcher.group(1));
        return switch (matcher.group(2)) {
            case "ms" -> Duration.ofMillis(amount);
            case "s" -> Duration.ofSeconds(amount);
            default -> Duration.ofMinutes(amount);
        };
    }

    private static Map<String, String> query(@Nullable String raw) {
        Map<String, String> query = new HashMap<>();
        for (String part : raw == null ? new String[0] : raw.split("&", -1)) {
            String[] pair = part.split("=", 2);
            query.put(decoded(pair[0]), pair.length < 2 ? "" : decoded(pair[1]));
        }
        return query;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
