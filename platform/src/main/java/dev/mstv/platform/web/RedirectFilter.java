package dev.mstv.platform.web;

import dev.mstv.platform.config.Settings;
import dev.mstv.platform.problem.Problem;
import dev.mstv.platform.problem.ProblemKind;
import io.micronaut.context.BeanProvider;
import io.micronaut.context.annotation.Requires;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import java.net.URI;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Sends clients of plain HTTP to HTTPS. Those who watch the process are answered where they ask: they know no certificate,
 * and the port of the metrics is theirs alone.
 */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
@Requires(property = HttpServer.REDIRECT, value = "true")
final class RedirectFilter implements Ordered {

    private static final Pattern HOST =
            Pattern.compile("([A-Za-z0-9._-]{1,253}|\\[[0-9A-Fa-f:.]{2,45}])(?::\\d{0,5})?");
    private static final int USUAL_PORT = 443;

    private final Secured secured;
    private final ProblemResponses problems;
    // Which is made of the server that this is a part of.
    private final BeanProvider<HttpsServer> https;
    private final int metricsPort;

    RedirectFilter(Secured secured, ProblemResponses problems, BeanProvider<HttpsServer> https, Settings settings) {
        this.secured = secured;
        this.problems = problems;
        this.https = https;
        this.metricsPort = settings.http().metricsPort();
    }

    /** Behind {@link EdgeFilter}, which adds to every answer what every answer has. */
    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE + 150;
    }

    @RequestFilter
    @Nullable
    HttpResponse<?> before(HttpRequest<?> request) {
        if (secured.is(request)
                || Probes.isOne(request)
                || request.getServerAddress().getPort() == metricsPort) {
            return null;
        }
        Matcher host = HOST.matcher(request.getHeaders().get(HttpHeaders.HOST, String.class, ""));
        if (!host.matches()) {
            return problems.response(
                    request, Problem.of(ProblemKind.INVALID, "malformed_request", "The request cannot be understood."));
        }
        return HttpResponse.status(HttpStatus.PERMANENT_REDIRECT)
                .header(HttpHeaders.LOCATION, "https://" + host.group(1) + port() + target(request.getUri()));
    }

    private static String target(URI uri) {
        return uri.getRawQuery() == null ? uri.getRawPath() : uri.getRawPath() + '?' + uri.getRawQuery();
    }

    private String port() {
        int port = https.get().port();
        return port == USUAL_PORT ? "" : ":" + port;
    }
}
