package dev.mstv.devstack.up;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StartupCacheTest {

    private final Layout layout;
    private final StartupCache cache;

    StartupCacheTest(@TempDir Path root) {
        layout = new Layout(root);
        cache = new StartupCache(layout, new Closing());
    }

    @BeforeEach
    void build() throws IOException {
        UpProcess.build(layout.root());
        Files.createDirectories(layout.state());
    }

    @Test
    void isMadeByATrainingRunThatTouchesNothingElse() throws IOException {
        Files.delete(layout.cache());
        cache.train();
        assertThat(layout.cache()).isNotEmptyFile();
        assertThat(layout.state()).isDirectoryNotContaining(file -> !file.equals(layout.trainingLog()));
    }

    @Test
    void isFreshWhenItIsYoungerThanTheJar() throws IOException {
        assertThat(cache.isFresh()).isTrue();
    }

    @Test
    void isNotFreshWhenALibraryIsYounger() throws IOException {
        Files.createDirectories(layout.libraries());
        Files.writeString(layout.libraries().resolve("library.jar"), "");
        Files.setLastModifiedTime(layout.cache(), FileTime.fromMillis(0));
        Files.setLastModifiedTime(layout.jar(), FileTime.fromMillis(0));
        assertThat(cache.isFresh()).isFalse();
    }
}
