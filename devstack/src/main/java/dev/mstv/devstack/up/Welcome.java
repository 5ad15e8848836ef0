package dev.mstv.devstack.up;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a new user wants to know once everything runs. */
final class Welcome {

    private final Plan plan;
    private final Optional<String> databaseUrl;
    private final List<Provision> provisions;
    private final Variables variables;

    Welcome(Plan plan, Optional<String> databaseUrl, List<Provision> provisions, Variables variables) {
        this.plan = plan;
        this.databaseUrl = databaseUrl;
        this.provisions = provisions;
        this.variables = variables;
    }

    @Override
    public String toString() {
        return """

                MSTV is ready%2$s.

                  REST            http://localhost:%1$d
                  GraphQL         http://localhost:%1$d/graphql, in a browser http://localhost:%1$d/graphiql
                  Swagger UI      http://localhost:%1$d/api
                  WebSocket       ws://localhost:%1$d/ws
                  Events          http://localhost:%1$d/streams/order-events
                  Health          http://localhost:%1$d/health
                  PostgreSQL      %3$s
                %6$s  Administrator   %4$s, first password %5$s

                Try, in another terminal:
                  curl localhost:%1$d/auth/register -H 'Content-Type: application/json' -d '{"email": "ada@example.com", "password": "engine-no-1"}'
                  curl localhost:%1$d/auth/login -H 'Content-Type: application/json' -d '{"email": "ada@example.com", "password": "engine-no-1"}'
                  curl localhost:%1$d/graphql -H 'Content-Type: application/json' -d '{"query": "mutation { register(email: \\"test@example.com\\", password: \\"password123\\") { token } }"}'

                Ctrl-C stops everything%7$s. The data stay until ./mstv up --fresh.""".formatted(
                        plan.front().port(),
                        time(),
                        databaseUrl.orElse("yours, from DATABASE_URL"),
                        variables.get("ADMIN_EMAIL").orElse("admin@example.com"),
                        variables.get("ADMIN_PASSWORD").orElse("unknown: neither ADMIN_PASSWORD nor .mstv names it"),
                        servers(),
                        plan.isSplit() ? ", ./mstv stop and start one process" : "");
    }

    private String servers() {
        return provisions.stream()
                .map(provision -> "  %-15s %s\n".formatted(provision.name(), provision.place()))
                .collect(Collectors.joining());
    }

    /** Since the command was typed, which only the launcher script knows. */
    private static String time() {
        String started = System.getProperty("mstv.started", "").replace(',', '.');
        if (started.isEmpty()) {
            return "";
        }
        double seconds = System.currentTimeMillis() / 1000.0 - Double.parseDouble(started);
        return String.format(Locale.ROOT, ", %.1f s after the command", seconds);
    }
}
