package dev.mstv.platform.security;

import dev.mstv.platform.config.Settings;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.Clock;

/** The parts of security that are made from settings. */
@Factory
final class SecurityFactory {

    @Singleton
    SigningKey signingKey(Settings settings) {
        return SigningKey.of(settings.secrets().tokenKey());
    }

    @Singleton
    Clock clock() {
        return Clock.systemUTC();
    }
}
