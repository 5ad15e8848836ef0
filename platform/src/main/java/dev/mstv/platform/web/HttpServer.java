package dev.mstv.platform.web;

import dev.mstv.platform.config.HttpSettings;
import dev.mstv.platform.config.Settings;
import dev.mstv.platform.config.TlsSettings;
import dev.mstv.platform.tls.Certificates;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** How the HTTP server is set up, in the framework's terms. */
public final class HttpServer {

    static final String REDIRECT = "mstv.https-redirect";

    private HttpServer() {}

    public static Map<String, Object> properties(Settings settings) {
        HttpSettings http = settings.http();
        Map<String, Object> properties = new HashMap<>();
        properties.put("micronaut.application.name", "mstv");
        properties.put("micronaut.server.host", http.host());
        properties.put("micronaut.server.port", http.port() == 0 ? -1 : http.port());
        properties.put("micronaut.server.max-request-size", http.bodyLimit());
        properties.put("micronaut.server.netty.max-header-size", 16_384);
        properties.put("micronaut.server.netty.max-initial-line-length", 8_192);
        properties.put("micronaut.server.netty.compression-threshold", 1_024);
        // A client that sends or reads nothing for so long is not waited for.
        properties.put("micronaut.server.idle-timeout", "60s");
        properties.put("micronaut.server.netty.validate-headers", true);
        properties.put("mstv.documented", !settings.production());
        properties.put("mstv.metrics", http.metrics());
        if (http.metricsPort() > 0) {
            properties.put("mstv.metrics-port", http.metricsPort());
        }
        properties.put(Certificates.ON, settings.tls().isPresent());
        properties.put(REDIRECT, settings.tls().filter(TlsSettings::redirect).isPresent());
        // Ours are HealthController and MetricsController.
        properties.put("endpoints.all.enabled", false);
        cors(properties, http);
        return properties;
    }

    private static void cors(Map<String, Object> properties, HttpSettings http) {
        if (http.allowedOrigins().isEmpty()) {
            return;
        }
        String prefix = "micronaut.server.cors.configurations.web.";
        properties.put("micronaut.server.cors.enabled", true);
        properties.put("micronaut.server.cors.localhost-pass-through", true);
        properties.put(prefix + "allowed-origins-regex", origins(http));
        properties.put(prefix + "allowed-methods", List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"));
        properties.put(prefix + "allow-credentials", false);
        properties.put(
                prefix + "exposed-headers",
                List.of(
                        "ETag",
                        "Location",
                        "Retry-After",
                        "X-Request-Id",
                        "X-Trace-Id",
                        "X-Consistency-Token",
                        "Idempotency-Replayed",
                        "RateLimit-Limit",
                        "RateLimit-Remaining",
                        "RateLimit-Reset"));
        properties.put(prefix + "max-age", 600);
    }

    private static String origins(HttpSettings http) {
        return http.allowedOrigins().contains("*")
                ? ".*"
                : http.allowedOrigins().stream().map(Pattern::quote).collect(Collectors.joining("|"));
    }
}
