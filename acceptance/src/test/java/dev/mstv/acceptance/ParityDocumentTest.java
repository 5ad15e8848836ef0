package dev.mstv.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The page about protocols says what the suite expects, and so what it finds. */
class ParityDocumentTest {

    private static final Path WRITTEN = Path.of("target", "docs-parity.md");

    @Test
    void thePageIsWhatTheSuiteExpects() throws IOException {
        String expected = ParityTable.document();
        Files.createDirectories(WRITTEN.getParent());
        Files.writeString(WRITTEN, expected);

        assertThat(Path.of("..", "docs", "parity.md"))
                .as("docs/parity.md is not acceptance/%s", WRITTEN)
                .hasContent(expected);
    }
}
