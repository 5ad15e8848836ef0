package dev.mstv.platform.resilience;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What the page shows is what is tested here. */
class DocumentedExampleTest {

    private static final String FENCE = "```";

    @Test
    void thePageShowsTheExampleAsItIs() throws IOException {
        String page = Files.readString(Path.of("../docs/resilience.md"));
        String begin = FENCE + "java\n";
        int code = page.indexOf(begin) + begin.length();
        String shown = page.substring(code, page.indexOf(FENCE, code));
        String source = Files.readString(Path.of("src/test/java/dev/mstv/platform/resilience/ExchangeRates.java"));
        assertThat(source).contains(shown);
    }
}
