package dev.mstv.platform.config;

import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Settings read from a complete environment in which a test changes what it is about. */
final class Configured {

    static final String SECRET = "a-secret-of-more-than-thirty-two-bytes";
    static final String ENCRYPTION_KEY = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";

    private final Map<String, String> values = new HashMap<>(Map.of(
            "DATABASE_URL", "postgresql://mstv:hidden-password@localhost/mstv",
            "JWT_SECRET", SECRET,
            "ENCRYPTION_KEY", ENCRYPTION_KEY));

    static Configured with(String name, String value) {
        return new Configured().and(name, value);
    }

    static Configured inProduction() {
        return with("APP_ENV", "production");
    }

    Configured and(String name, String value) {
        values.put(name, value);
        return this;
    }

    Configured without(String name) {
        values.remove(name);
        return this;
    }

    Settings settings() {
        Variables variables = new Variables(values);
        Settings settings = Settings.read(variables, 3000);
        LiveSettings unused = new LiveSettings(variables);
        variables.refuseFaults();
        return settings;
    }

    /** One line per fault; none if the settings are usable. */
    List<String> faults() {
        Throwable refused = catchThrowable(this::settings);
        return refused == null
                ? List.of()
                : String.valueOf(refused.getMessage()).lines().toList();
    }
}
