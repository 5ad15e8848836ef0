package dev.mstv.platform.socket;

import dev.mstv.platform.edge.Connections;
import dev.mstv.platform.problem.Problem;
import dev.mstv.platform.push.SessionWatch;
import dev.mstv.platform.security.Authentication;
import dev.mstv.platform.security.Caller;
import dev.mstv.platform.security.Credentials;
import dev.mstv.platform.security.Gate;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Who may have a socket, and for how long. May block. Thread-safe. */
@Singleton
public final class SignIn {

    /** So long a client may take to say who it is. */
    public static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Authentication authentication;
    private final Gate gate;
    private final Connections connections;
    private final SessionWatch sessions;

    SignIn(Authentication authentication, Gate gate, Connections connections, SessionWatch sessions) {
        this.authentication = authentication;
        this.gate = gate;
        this.connections = connections;
        this.sessions = sessions;
    }

    /**
     * Who signs in by the head of a handshake; empty if nobody does.
     *
     * @throws dev.mstv.platform.problem.Refusal why the token does not count
     */
    public Optional<Credentials> atHandshake(@Nullable String authorization) {
        if (authorization == null) {
            return Optional.empty();
        }
        Credentials credentials = authentication.credentials(authorization);
        gate.requireLiveSession(gate.user(credentials.caller()));
        return Optional.of(credentials);
    }

    /** As {@link #keep(Socket, Credentials, Consumer)}, with a token. */
    public Caller.User keep(Socket socket, @Nullable String authorization, Consumer<Problem> ended) {
        return keep(socket, authentication.credentials(authorization), ended);
    }

    /**
     * Lets somebody keep a socket as long as their token and session live.
     *
     * @param ended is told once that it is over, and why
     * @throws dev.mstv.platform.problem.Refusal why they may not; whatever was begun ends with the socket
     */
    public Caller.User keep(Socket socket, Credentials credentials, Consumer<Problem> ended) {
        Caller.User user = gate.user(credentials.caller());
        socket.atEnd(connections.open(user)::close);
        socket.atEnd(sessions.watch(credentials, ended)::close);
        // After the watch has begun, so that no end falls in between.
        gate.requireLiveSession(user);
        return user;
    }
}
