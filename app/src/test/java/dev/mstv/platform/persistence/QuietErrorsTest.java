package dev.mstv.platform.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchException;

import dev.mstv.RunningProcess;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

/** Errors of statements are logged, and kept with dead letters; the values in them may be personal. */
class QuietErrorsTest {

    private static final String ADDRESS = "ada@example.com";

    @Test
    void aConstraintDoesNotSayWhatItRefused() {
        Database users = RunningProcess.monolith().getBean(Databases.class).of("users");
        users.run(handle -> handle.execute("CREATE TABLE IF NOT EXISTS users_test_quiet (address text PRIMARY KEY)"));
        Exception refused = catchException(() -> users.run(handle -> {
            for (int i = 0; i < 2; i++) {
                handle.createUpdate("INSERT INTO users_test_quiet VALUES (:address)")
                        .bind("address", ADDRESS)
                        .execute();
            }
        }));
        StringWriter text = new StringWriter();
        refused.printStackTrace(new PrintWriter(text));
        assertThat(text.toString()).contains("users_test_quiet_pkey").doesNotContain(ADDRESS);
    }
}
