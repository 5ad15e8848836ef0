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
    private static final int LEAST_LENGTH = 8;
    private static final int MOST_LENGTH = 128;

    public static AdministratorSettings read(Variables variables, Mode mode) {
        Optional<String> email = variables
                .text("ADMIN_EMAIL")
                .or(() -> mode == Mode.PRODUCTION ? Optional.empty() : Optional.of(DEVELOPMENT_EMAIL));
        Optional<String> password = variables.text("ADMIN_PASSWORD");
        if (email.isPresent() && Email.parse(email.get()).isEmpty()) {
            variables.fault("ADMIN_EMAIL", "is not an e-mail address");
        }
        if (password.isPresent()
                && (password.get().length() < LEAST_LENGTH || password.get().length() > MOST_LENGTH)) {
            variables.fault("ADMIN_PASSWORD", "must have 8 to 128 characters");
        }
        return new AdministratorSettings(email, password);
    }

    @Override
    public String toString() {
        return "AdministratorSettings[…]";
    }
}
