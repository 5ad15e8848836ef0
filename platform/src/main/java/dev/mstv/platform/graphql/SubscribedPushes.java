package dev.mstv.platform.graphql;

import dev.mstv.platform.problem.Problem;
import dev.mstv.platform.problem.ProblemKind;
import dev.mstv.platform.push.Mailbox;
import dev.mstv.platform.push.Push;
import dev.mstv.platform.push.PushListener;
import dev.mstv.platform.push.Pushes;
import java.time.Duration;
import org.reactivestreams.Publisher;

/** The pushes of one subscription, on their way. It fails when some are lost: the client looks for itself, and begins anew. */
final class SubscribedPushes implements PushListener {

    private static final int MOST_WAITING = 1_000;

    private final Mailbox<Push> mailbox = new Mailbox<>(MOST_WAITING, this::leave);
    private volatile Pushes.Listening listening = () -> {};
    private volatile boolean left;

    Publisher<Push> pushes() {
        return mailbox;
    }

    void hears(Pushes.Listening begun) {
        listening = begun;
        if (left) {
            begun.close();
        }
    }

    @Override
    public void pushed(Push push, String position) {
        if (!mailbox.offer(push)) {
            missed();
        }
    }

    @Override
    public void missed() {
        mailbox.fail(Problem.of(
                        ProblemKind.UNAVAILABLE,
                        "pushes_missed",
                        "Something happened that you were not told of; subscribe again.")
                .retryAfter(Duration.ofSeconds(1))
                .refusal());
    }

    private void leave() {
        left = true;
        listening.close();
    }
}
