package dev.mstv.platform.graphql;

import dev.mstv.platform.problem.Problem;
import dev.mstv.platform.problem.ProblemKind;
import dev.mstv.platform.security.Credentials;
import dev.mstv.platform.socket.SignIn;
import dev.mstv.platform.socket.Sockets;
import dev.mstv.platform.web.Edge;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import java.util.Optional;

/** GraphQL over a socket, where there may be many answers to one document. */
@Controller("/graphql")
@Edge
class GraphqlSocketController {

    private static final String PROTOCOL = "graphql-transport-ws";

    private final Sockets sockets;
    private final SignIn signIn;
    private final SocketOperations operations;

    GraphqlSocketController(Sockets sockets, SignIn signIn, SocketOperations operations) {
        this.sockets = sockets;
        this.signIn = signIn;
        this.operations = operations;
    }

    @Get
    HttpResponse<?> open(HttpRequest<?> request) {
        if (!request.getHeaders().contains(HttpHeaders.UPGRADE)) {
            throw Problem.of(
                            ProblemKind.METHOD_NOT_ALLOWED,
                            "method_not_allowed",
                            "Documents are posted, or sent over a WebSocket.")
                    .refusal();
        }
        if (!sockets.offered(request).contains(PROTOCOL)) {
            throw Problem.of(ProblemKind.INVALID, "subprotocol_not_offered", "This socket speaks " + PROTOCOL + ".")
                    .refusal();
        }
        Optional<Credentials> known = signIn.atHandshake(request.getHeaders().get(HttpHeaders.AUTHORIZATION));
        return sockets.accept(request, PROTOCOL, socket -> new GraphqlConversation(socket, known, signIn, operations));
    }
}
