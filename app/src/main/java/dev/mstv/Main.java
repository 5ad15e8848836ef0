package dev.mstv;

import dev.mstv.payments.PaymentSettings;
import dev.mstv.platform.composition.Composition;
import dev.mstv.platform.composition.Protocol;
import dev.mstv.platform.config.ConfigurationException;
import dev.mstv.platform.config.Environment;
import dev.mstv.platform.config.LiveSettings;
import dev.mstv.platform.config.NotInThisVersion;
import dev.mstv.platform.config.Settings;
import dev.mstv.platform.config.Variables;
import dev.mstv.platform.consul.ConsulAgent;
import dev.mstv.platform.discovery.Registrar;
import dev.mstv.platform.discovery.ServiceTable;
import dev.mstv.platform.events.EventTransport;
import dev.mstv.platform.grpc.Grpc;
import dev.mstv.platform.grpc.GrpcServer;
import dev.mstv.platform.mail.MailSwitch;
import dev.mstv.platform.mongo.Mongo;
import dev.mstv.platform.observability.Logging;
import dev.mstv.platform.redis.Redis;
import dev.mstv.platform.tls.Certificates;
import dev.mstv.platform.web.HttpServer;
import dev.mstv.platform.web.HttpsServer;
import dev.mstv.users.AdministratorSettings;
import io.micronaut.context.ApplicationContext;
import io.micronaut.context.exceptions.BeanInstantiationException;
import io.micronaut.http.server.exceptions.ServerStartupException;
import io.micronaut.runtime.server.EmbeddedServer;
import io.swagger.v3.oas.annotations.OpenAPIDefinition;
import io.swagger.v3.oas.annotations.enums.SecuritySchemeType;
import io.swagger.v3.oas.annotations.info.Info;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.security.SecurityScheme;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Starts one process, and stops it in order: the modules and edges of the topology table that its environment asks for. */
@OpenAPIDefinition(
        info = @Info(title = "MSTV", version = "1", description = "Every refusal is a problem (RFC 9457)."),
        security = @SecurityRequirement(name = "bearer"))
@SecurityScheme(name = "bearer", type = SecuritySchemeType.HTTP, scheme = "bearer", bearerFormat = "JWT")
public final class Main {

    private Main() {}

    /** Exits with 78 if the configuration is not usable, having named every fault on its standard error. */
    public static void main(String[] args) {
        try {
            EmbeddedServer server = start(Environment.read());
            Runtime.getRuntime().addShutdownHook(new Thread(() -> Shutdown.of(server), "shutdown"));
        } catch (ServerStartupException e) {
            System.err.println("PORT: cannot be listened at, " + e.getMessage());
            System.exit(ConfigurationException.EXIT_CODE);
        } catch (UncheckedIOException e) {
            System.err.println("GRPC_PORT: cannot be listened at, " + e.getMessage());
            System.exit(ConfigurationException.EXIT_CODE);
        } catch (ConfigurationException | BeanInstantiationException e) {
            // What only the database knows is found out while its bean is made.
            System.err.println(faults(e).getMessage());
            System.exit(ConfigurationException.EXIT_CODE);
        }
    }

    private static ConfigurationException faults(RuntimeException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof ConfigurationException faults) {
                return faults;
            }
        }
        throw failure;
    }

    static EmbeddedServer start(Variables variables) {
        long begin = System.nanoTime();
        Topology.Service service = Topology.service(variables);
        Composition composition = Topology.composition(service, variables);
        Settings settings = Settings.read(variables, service.port());
        settings.database().require(composition.modules(), composition.all(), variables);
        settings.bus().require(composition.split(), variables);
        settings.mqtt().require(composition.protocols().contains(Protocol.MQTT), variables);
        AdministratorSettings administrator = AdministratorSettings.read(variables, settings.mode());
        PaymentSettings payments = PaymentSettings.read(variables, settings.mode());
        ServiceTable table = Topology.table(variables);
        LiveSettings live = new LiveSettings(variables);
        settings.tls().ifPresent(tls -> Certificates.require(tls, variables));
        variables.refuseFaults();
        settings.http().requirePorts(variables);
        settings.tls().ifPresent(tls -> tls.requirePort(settings.http().host(), variables));
        if (Grpc.listens(settings.bus(), composition)) {
            settings.bus().requirePort(settings.http().host(), variables);
        }
        variables.refuseFaults();

        Logging.configure(settings.log(), composition.service(), settings.version());
        Logger log = LoggerFactory.getLogger(Main.class);
        List<String> ignored = NotInThisVersion.ignored(variables);
        if (!ignored.isEmpty()) {
            log.warn("Set, but read by nothing in this version: {}", String.join(", ", ignored));
        }
        EmbeddedServer server = ApplicationContext.builder()
                .properties(HttpServer.properties(settings))
                .properties(composition.properties())
                .properties(Grpc.properties(settings.bus(), composition))
                .properties(EventTransport.properties(settings.events(), composition))
                .properties(Redis.properties(settings))
                .properties(Mongo.properties(settings))
                .properties(MailSwitch.properties(settings.mail()))
                .properties(payments.properties())
                .properties(ConsulAgent.properties(settings))
                .singletons(settings, live, composition, table, administrator, payments)
                .environmentPropertySource(false)
                .deduceEnvironment(false)
                .banner(false)
                .start()
                .getBean(EmbeddedServer.class)
                .start();
        OptionalInt https = listenToHttps(server);
        Optional<GrpcServer> grpc = listen(server.getApplicationContext());
        server.getApplicationContext()
                .findBean(Registrar.class)
                .ifPresent(registrar -> registrar.begin(
                        server.getPort(), grpc.map(GrpcServer::busPort).orElseGet(OptionalInt::empty)));
        long millis = (System.nanoTime() - begin) / 1_000_000;
        log.info(
                "{} runs {} by {} at {}{}, started in {} ms{}",
                composition.service(),
                composition.modules(),
                composition.protocols(),
                server.getURI(),
                https.isPresent() ? " and https://" + settings.http().host() + ':' + https.getAsInt() : "",
                millis,
                grpc.map(listening -> ", gRPC at port " + listening.port()).orElse(""));
        return server;
    }

    /** Where clients reach this process over TLS; empty if they do not. */
    private static OptionalInt listenToHttps(EmbeddedServer plain) {
        return plain.getApplicationContext().findBean(HttpsServer.class).stream()
                .mapToInt(https -> {
                    https.start(plain.getPort());
                    return https.port();
                })
                .findFirst();
    }

    /** Where others reach this process by gRPC; empty if they do not. */
    private static Optional<GrpcServer> listen(ApplicationContext context) {
        Optional<GrpcServer> server = context.findBean(GrpcServer.class);
        server.ifPresent(GrpcServer::start);
        return server;
    }
}
