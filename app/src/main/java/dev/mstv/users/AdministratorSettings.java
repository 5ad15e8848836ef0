package dev.mstv.users;

import dev.mstv.platform.config.Mode;
import dev.mstv.platform.config.Variables;
import dev.mstv.users.domain.Email;
import java.util.Optional;

/**
 * The first administrator, who is created when there is none.
 *
 * @param email where {@code ADMIN_EMAIL} says, in development a made-up one
 * @param password empty if nobody chose one: then no administrator is created. Never printed.
 */
public record AdministratorSettings(Optional<String> email, Optional<String> password) {

    private static final String DEVELOPMENT_EMAIL = "admin@example.com";
    private static final int LEAST_PASSWORD_LENGTH = 8;

    public static AdministratorSettings read(Variables variables, Mode mode) {
        Optional<String> email = variables
                .text("ADMIN_EMAIL")
                .or(() -> mode == Mode.PRODUCTION ? Optional.empty() : Optional.of(DEVELOPMENT_EMAIL));
        Optional<String> password = variables.text("ADMIN_PASSWORD");
        if (email.isPresent() && !email.get().matches(Email.FORMAT)) {
            variables.fault("ADMIN_EMAIL", "is not an e-mail address");
        }
        if (password.isPresent() && password.get().length() < LEAST_PASSWORD_LENGTH) {
            variables.fault("ADMIN_PASSWORD", "is too short, at least 8 characters are needed");
        }
        return new AdministratorSettings(email, password);
    }

    @Override
    public String toString() {
        return "AdministratorSettings[…]";
    }
}
