package dev.mstv.platform.resilience;

import dev.mstv.platform.bus.CallContext;
import dev.mstv.platform.problem.ProblemKind;
import dev.mstv.platform.problem.Refusal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One attempt: a call under its limit, and what its end says of the target. For one thread, and once. */
final class Trial {

    private static final Logger LOG = LoggerFactory.getLogger(Trial.class);

    private final String target;
    private final Duration limit;
    private final boolean hurried;
    private final long began = System.nanoTime();
    private Result result = Result.ABANDONED;

    /**
     * Not begun yet.
     *
     * @param hurried whether its caller has less time than the target may take
     */
    Trial(String target, Duration limit, boolean hurried) {
        this.target = target;
        this.limit = limit;
        this.hurried = hurried;
    }

    Result result() {
        return result;
    }

    long nanos() {
        return System.nanoTime() - began;
    }

    /** Throws what is to be told to the caller, whatever other attempts would come to. */
    <T> Attempt<T> run(Call<T> call, Watchdog watchdog) {
        TimeLimit time = watchdog.begin(limit);
        try {
            T value = call.run(limit);
            result = Result.ANSWERED;
            return new Attempt.Answered<>(value);
        } catch (IOException | UncheckedIOException e) {
            return failed(e, time.end() || nanos() >= limit.toNanos());
        } catch (InterruptedException e) {
            if (time.end()) {
                return failed(e, true);
            }
            Thread.currentThread().interrupt();
            throw Refusals.notNow(target);
        } catch (Refusal refusal) {
            return time.end() ? failed(refusal, true) : refused(refusal);
        } catch (RuntimeException e) {
            // Many libraries have an exception of their own for an interrupt.
            if (time.end()) {
                return failed(e, true);
            }
            throw e;
        } finally {
            time.end();
        }
    }

    private <T> Attempt<T> failed(Exception cause, boolean late) {
        if (CallContext.isAbandoned() || (late && hurried)) {
            throw CallContext.tooLate();
        }
        if (!late && Thread.currentThread().isInterrupted()) {
            throw Refusals.notNow(target);
        }
        result = late ? Result.TIMED_OUT : Result.FAILED;
        LOG.warn("{} {} after {} ms: {}", target, result.word(), nanos() / 1_000_000, cause.toString());
        return new Attempt.Failed<>(Refusals.notNow(target));
    }

    private <T> Attempt<T> refused(Refusal refusal) {
        if (refusal.problem().kind() != ProblemKind.UNAVAILABLE) {
            result = Result.ANSWERED;
            throw refusal;
        }
        result = Result.FAILED;
        return new Attempt.Failed<>(refusal);
    }
}
