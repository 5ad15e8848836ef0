package dev.mstv.platform.config;

import java.util.Optional;

/**
 * What the platform is set to as long as the process runs; what may change meanwhile is in {@link LiveSettings}. Immutable.
 *
 * @param version of the build, or as {@code SERVICE_VERSION} says
 * @param tls empty if it is off
 */
public record Settings(
        Mode mode,
        String version,
        HttpSettings http,
        Optional<TlsSettings> tls,
        BusSettings bus,
        InboundSettings inbound,
        DatabaseSettings database,
        ReadModelSettings readModels,
        EventSettings events,
        RedisSettings redis,
        MailSettings mail,
        MqttSettings mqtt,
        ConsulSettings consul,
        SecretSettings secrets,
        LogSettings log) {

    /** Reads them; what is wrong is noted as a fault of {@code variables}. */
    public static Settings read(Variables variables, int defaultPort) {
        Mode mode = Mode.read(variables);
        NotInThisVersion.refuse(variables);
        DatabaseSettings database = DatabaseSettings.read(variables);
        return new Settings(
                mode,
                variables.text("SERVICE_VERSION", buildVersion()),
                HttpSettings.read(variables, mode, defaultPort),
                TlsSettings.read(variables, defaultPort),
                BusSettings.read(variables, defaultPort),
                InboundSettings.read(variables, database),
                database,
                ReadModelSettings.read(variables),
                EventSettings.read(variables),
                RedisSettings.read(variables),
                MailSettings.read(variables),
                MqttSettings.read(variables),
                ConsulSettings.read(variables),
                SecretSettings.read(variables, mode),
                LogSettings.read(variables, mode));
    }

    public boolean production() {
        return mode == Mode.PRODUCTION;
    }

    private static String buildVersion() {
        String version = Settings.class.getPackage().getImplementationVersion();
        return version == null ? "unpackaged" : version;
    }
}
