package dev.mstv.platform.config;

import java.nio.file.Path;
import java.util.Map;

/** The variables of this process: its real environment, and what {@code .env} in the working directory adds. */
public final class Environment {

    private Environment() {}

    public static Variables read() {
        return of(System.getenv(), Path.of(""));
    }

    /** As {@link #read} with the given environment and working directory. */
    static Variables of(Map<String, String> environment, Path directory) {
        Map<String, String> values = EnvironmentFile.read(directory.resolve(".env"));
        values.putAll(environment);
        if (Mode.of(values) == Mode.DEVELOPMENT) {
            DevelopmentSecrets.in(directory.resolve(".mstv")).forEach(values::putIfAbsent);
            if (DevelopmentCertificate.isWanted(values)) {
                values.putAll(DevelopmentCertificate.in(directory.resolve(".mstv")));
            }
        }
        return new Variables(values);
    }
}
