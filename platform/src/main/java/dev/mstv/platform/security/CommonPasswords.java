package dev.mstv.platform.security;

import io.micronaut.context.annotation.Factory;
import io.micronaut.validation.validator.constraints.ConstraintValidator;
import jakarta.inject.Singleton;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** Knows the passwords that are tried first, in whichever module one is chosen. */
@Factory
final class CommonPasswords {

    private static final String LIST = "common-passwords.txt";

    @Singleton
    ConstraintValidator<NotCommon, String> notCommon() {
        Set<String> common = read();
        return (password, annotation, context) ->
                password == null || !common.contains(password.toLowerCase(Locale.ROOT));
    }

    private static Set<String> read() {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(CommonPasswords.class.getResourceAsStream("/" + LIST)),
                StandardCharsets.UTF_8))) {
            return lines.lines().filter(line -> !line.startsWith("#")).collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + LIST, e);
        }
    }
}
