package dev.mstv.bench.bare;

import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.util.Map;

/** A bare application of the framework: no filter, no security, no bus. */
public final class BareServer {

    private BareServer() {}

    /**
     * Starts it.
     *
     * @param args port, JDBC URL, user, password
     */
    public static void main(String[] args) {
        EmbeddedServer server = ApplicationContext.builder()
                .properties(Map.of(
                        "micronaut.server.port", args[0],
                        "micronaut.server.host", "127.0.0.1",
                        "bare", "true"))
                .singletons(new BareUsers(args[1], args[2], args[3]))
                .banner(false)
                .start()
                .getBean(EmbeddedServer.class)
                .start();
        System.out.println("bare at " + server.getURI());
    }
}
