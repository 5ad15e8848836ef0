package dev.mstv.acceptance;

import java.util.Arrays;
import java.util.function.BiFunction;
import java.util.stream.Collectors;

/** Protocol by case, as Markdown. */
final class ParityTable {

    private static final String HEAD = """
            # The same outcome over every protocol

            What a client does ends with the same code, whichever protocol it speaks: `ok`, the `code` of a [problem](problems.md), or `same` if a retry was answered
            with what the first attempt had made. `ParityTest` finds each of these against one process, and against processes of one or several modules behind a gateway
            (MQTT and the rate limit: one process). Over WebSocket who registers or signs in is signed in as somebody else already; frames of nobody are refused.

            This page is what the suite expects; `ParityDocumentTest` compares the two.

            """;

    private ParityTable() {}

    static String of(BiFunction<Tongue, ParityCase, String> codes) {
        StringBuilder table = new StringBuilder("| Case |");
        for (Tongue tongue : Tongue.values()) {
            table.append(' ').append(tongue).append(" |");
        }
        table.append("\n|---").append("|---".repeat(Tongue.values().length)).append("|\n");
        for (ParityCase row : ParityCase.values()) {
            table.append("| ").append(row).append(" |");
            for (Tongue tongue : Tongue.values()) {
                table.append(' ').append(codes.apply(tongue, row)).append(" |");
            }
            table.append('\n');
        }
        return table.toString();
    }

    /** The page of the documentation. */
    static String document() {
        String reasons = Deviation.ALL.stream()
                .map(ParityTable::line)
                .collect(Collectors.joining(
                        "\n",
                        "\n## Where one differs\n\n| Protocol | Cases | Code | Why |\n|---|---|---|---|\n",
                        "\n"));
        return HEAD + of(Deviation::expected) + reasons;
    }

    private static String line(Deviation deviation) {
        String cases = Arrays.stream(ParityCase.values())
                .filter(deviation.cases()::contains)
                .map(ParityCase::toString)
                .collect(Collectors.joining("; "));
        return "| %s | %s | %s | %s |".formatted(deviation.tongue(), cases, deviation.code(), deviation.reason());
    }
}
