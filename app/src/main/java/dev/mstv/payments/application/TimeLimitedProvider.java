package dev.mstv.payments.application;

import dev.mstv.payments.domain.Charge;
import dev.mstv.payments.domain.Money;
import dev.mstv.payments.domain.PaymentProvider;
import dev.mstv.payments.domain.ProviderException;
import dev.mstv.payments.domain.Reversal;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/** Does not wait for a provider longer than it may take, whatever holds it up. Thread-safe. */
final class TimeLimitedProvider implements PaymentProvider, AutoCloseable {

    private final PaymentProvider provider;
    private final Duration limit;
    private final ExecutorService threads = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("payment-provider-", 0).factory());

    TimeLimitedProvider(PaymentProvider provider, Duration limit) {
        this.provider = provider;
        this.limit = limit;
    }

    @Override
    public Charge charge(UUID key, Money amount, String token) {
        return limited(() -> provider.charge(key, amount, token));
    }

    @Override
    public Optional<Charge> find(UUID key) {
        return limited(() -> provider.find(key));
    }

    @Override
    public Reversal reverse(UUID key) {
        return limited(() -> provider.reverse(key));
    }

    private <T> T limited(Supplier<T> question) {
        Future<T> answer = threads.submit(question::get);
        try {
            return answer.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            answer.cancel(true);
            throw new ProviderException("no answer within " + limit.toMillis() + " ms");
        } catch (InterruptedException e) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            throw new ProviderException("interrupted");
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new IllegalStateException(e.getCause());
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
