package dev.mstv.platform.sse;

import dev.mstv.platform.edge.Connections;
import dev.mstv.platform.problem.Problem;
import dev.mstv.platform.push.Mailbox;
import dev.mstv.platform.push.Push;
import dev.mstv.platform.push.PushListener;
import dev.mstv.platform.push.PushMessage;
import dev.mstv.platform.push.Pushes;
import io.micronaut.http.sse.Event;
import java.util.function.Consumer;
import org.reactivestreams.Publisher;

/** One client's stream. Who reads too slowly is let go: they come back with the id of what they have read. */
final class Stream implements PushListener {

    private static final int MOST_WAITING = 1_000;

    private final String channel;
    private final Mailbox<Event<String>> mailbox;
    private final Connections.Connection connection;
    private final Consumer<Stream> gone;
    private volatile Pushes.Listening watching = () -> {};
    private volatile Pushes.Listening hearing = () -> {};
    private volatile boolean closed;

    Stream(String channel, Connections.Connection connection, Consumer<Stream> gone) {
        this.channel = channel;
        this.connection = connection;
        this.gone = gone;
        this.mailbox = new Mailbox<>(MOST_WAITING, this::leave);
    }

    String channel() {
        return channel;
    }

    Publisher<Event<String>> events() {
        return mailbox;
    }

    void watched(Pushes.Listening session) {
        watching = session;
        leaveIfClosed();
    }

    void hears(Pushes.Listening listening) {
        hearing = listening;
        leaveIfClosed();
    }

    @Override
    public void pushed(Push push, String position) {
        put(Event.of(PushMessage.json(push)).name(push.event()).id(position));
    }

    /** Tells the client that it has to look for itself what it does not know. */
    @Override
    public void missed() {
        put(Event.of("{}").name("reset"));
    }

    void beat() {
        put(Event.of("{}").name("heartbeat"));
    }

    void put(Event<String> event) {
        if (!mailbox.offer(event)) {
            close();
        }
    }

    /** The session is over. */
    void end(Problem why) {
        boolean unused =
                mailbox.offer(Event.of("{\"code\":\"" + why.code() + "\"}").name("closed"));
        close();
    }

    void close() {
        mailbox.close();
        leave();
    }

    private void leaveIfClosed() {
        if (closed) {
            leave();
        }
    }

    private void leave() {
        closed = true;
        gone.accept(this);
        watching.close();
        hearing.close();
        connection.close();
    }
}
