package dev.mstv.platform.websocket;

import dev.mstv.platform.security.Credentials;
import dev.mstv.platform.socket.SignIn;
import dev.mstv.platform.socket.Sockets;
import dev.mstv.platform.web.Edge;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where sockets are opened. A browser cannot set a header, so that the token may come as a subprotocol, or later. */
@Controller("/ws")
@Edge
class WebSocketController {

    private static final String BEARER = "bearer";

    private final Sockets sockets;
    private final SignIn signIn;
    private final Desk desk;

    WebSocketController(Sockets sockets, SignIn signIn, Desk desk) {
        this.sockets = sockets;
        this.signIn = signIn;
        this.desk = desk;
    }

    @Get
    HttpResponse<?> open(HttpRequest<?> request) {
        List<String> offered = sockets.offered(request);
        Optional<Credentials> known = signIn.atHandshake(authorization(request, offered));
        return sockets.accept(
                request, offered.contains(BEARER) ? BEARER : null, socket -> new Visit(socket, known, desk));
    }

    private static @Nullable String authorization(HttpRequest<?> request, List<String> offered) {
        int token = offered.indexOf(BEARER) + 1;
        return token > 0 && token < offered.size()
                ? "Bearer " + offered.get(token)
                : request.getHeaders().get(HttpHeaders.AUTHORIZATION);
    }
}
