package dev.mstv.bench.bare;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.util.Map;
import javax.sql.DataSource;

/** A bare application of the framework: no filter, no security, no bus. */
public final class BareServer {

    private BareServer() {}

    /**
     * Starts it.
     *
     * @param args port, JDBC URL, user, password, id of the user to show
     */
    public static void main(String[] args) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(args[1]);
        config.setUsername(args[2]);
        config.setPassword(args[3]);
        config.setMaximumPoolSize(16);
        DataSource pool = new HikariDataSource(config);
        EmbeddedServer server = ApplicationContext.builder()
                .properties(Map.of(
                        "micronaut.server.port", args[0],
                        "micronaut.server.host", "127.0.0.1",
                        "bare", "true"))
                .singletons(new BareUsers(pool, args[4]))
                .banner(false)
                .start()
                .getBean(EmbeddedServer.class)
                .start();
        System.out.println("bare at " + server.getURI());
    }
}
