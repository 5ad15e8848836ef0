package dev.mstv;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mstv.auth.AuthProblem;
import dev.mstv.notifications.NotificationProblem;
import dev.mstv.orders.OrderProblem;
import dev.mstv.payments.PaymentProblem;
import dev.mstv.users.UserProblem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every code of a problem that is written in the sources stands on the page that clients read. */
class DocumentedProblemsTest {

    private static final Path ROOT = Path.of("..");
    private static final Pattern CODE = Pattern.compile("ProblemKind\\.[A-Z_]+,\\s*\"([a-z_]+)\"");

    static List<String> codes() throws IOException {
        List<String> codes = new ArrayList<>();
        for (String module : List.of("platform", "app")) {
            try (Stream<Path> sources = Files.walk(ROOT.resolve(module + "/src/main/java"))) {
                sources.filter(file -> file.toString().endsWith(".java")).forEach(file -> codes.addAll(codesOf(file)));
            }
        }
        for (UserProblem problem : UserProblem.values()) {
            codes.add(problem.refusal().problem().code());
        }
        for (AuthProblem problem : AuthProblem.values()) {
            codes.add(problem.refusal().problem().code());
        }
        for (NotificationProblem problem : NotificationProblem.values()) {
            codes.add(problem.refusal().problem().code());
        }
        for (OrderProblem problem : OrderProblem.values()) {
            codes.add(problem.refusal().problem().code());
        }
        for (PaymentProblem problem : PaymentProblem.values()) {
            codes.add(problem.refusal().problem().code());
        }
        return codes.stream().distinct().toList();
    }

    @ParameterizedTest
    @MethodSource("codes")
    void standsOnThePage(String code) throws IOException {
        assertThat(Files.readString(ROOT.resolve("docs/problems.md"))).contains("`" + code + "`");
    }

    private static List<String> codesOf(Path source) {
        try {
            return CODE.matcher(Files.readString(source))
                    .results()
                    .map(match -> match.group(1))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
