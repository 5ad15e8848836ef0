package dev.mstv.devstack.up;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mstv.devstack.ReceivedMail;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MailFolderTest {

    private final Path directory;

    MailFolderTest(@TempDir Path directory) {
        this.directory = directory;
    }

    @Test
    void keepsAMailAsItCame() {
        new MailFolder(directory).keep(mail("Subject: Hello"));
        assertThat(directory.resolve("00001.eml")).hasContent("Subject: Hello");
    }

    @Test
    void continuesWhereAnEarlierRunEnded() {
        new MailFolder(directory).keep(mail("first"));
        new MailFolder(directory).keep(mail("second"));
        assertThat(directory.resolve("00002.eml")).hasContent("second");
    }

    @Test
    void keepsOnlyTheNewest() {
        MailFolder folder = new MailFolder(directory);
        for (int i = 0; i <= MailFolder.KEPT; i++) {
            folder.keep(mail("mail"));
        }
        assertThat(directory.toFile().list()).hasSize(MailFolder.KEPT).doesNotContain("00001.eml");
    }

    private static ReceivedMail mail(String source) {
        return new ReceivedMail(List.of("ada@example.com"), "Hello", "", "", "<1@example.com>", source);
    }
}
