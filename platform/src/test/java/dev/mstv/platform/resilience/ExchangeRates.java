package dev.mstv.platform.resilience;

import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;

/** The example of docs/resilience.md. */
final class ExchangeRates implements AutoCloseable {

    private static final int NOT_FOUND = 404;
    private static final int OK = 200;

    private final HttpClient http = HttpClient.newHttpClient();
    private final Target bank;
    private final URI address;

    ExchangeRates(Outbound outbound, URI address) {
        this.bank = outbound.to("bank");
        this.address = address;
    }

    /** The rate of a currency; empty if the bank does not know it. */
    Optional<BigDecimal> of(String currency) {
        return bank.callIdempotent(limit -> answered(currency, limit));
    }

    private Optional<BigDecimal> answered(String currency, Duration limit) throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(address.resolve(currency)).timeout(limit).build();
        HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
        return switch (answer.statusCode()) {
            case OK -> Optional.of(new BigDecimal(answer.body()));
            case NOT_FOUND -> Optional.empty();
            default -> throw new IOException("The bank answers " + answer.statusCode());
        };
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
