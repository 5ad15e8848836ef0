package dev.mstv.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestExecutionResult.Status;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/** Writes {@code target/shapes.md}: how many cases of each test hold against each shape of the application. */
public final class ShapeReport implements TestExecutionListener {

    private static final Path DIRECTORY = Path.of("target", "shapes");

    private final Map<String, Map<String, Integer>> held = new ConcurrentHashMap<>();

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
        if (test.isTest() && result.getStatus() == Status.SUCCESSFUL) {
            source(test).ifPresent(source -> held.computeIfAbsent(
                            source.getJavaClass().getSimpleName(), any -> new ConcurrentHashMap<>())
                    .merge(source.getMethodName(), 1, Integer::sum));
        }
    }

    /** A file for each class, since several JVMs share the classes; the last of them has all in its table. */
    @Override
    public void testPlanExecutionFinished(TestPlan plan) {
        try {
            Path directory =
                    Files.createDirectories(DIRECTORY.resolve(Shape.current().name()));
            for (Map.Entry<String, Map<String, Integer>> test : held.entrySet()) {
                StringBuilder lines = new StringBuilder();
                new TreeMap<>(test.getValue())
                        .forEach((name, count) ->
                                lines.append(name).append(' ').append(count).append('\n'));
                Files.writeString(directory.resolve(test.getKey()), lines);
            }
            Files.writeString(DIRECTORY.resolveSibling("shapes.md"), table());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<MethodSource> source(TestIdentifier test) {
        return test.getSource()
                .filter(MethodSource.class::isInstance)
                .map(MethodSource.class::cast)
                .filter(source -> source.getJavaClass().isAnnotationPresent(InEveryShape.class));
    }

    private static String table() throws IOException {
        Map<String, Map<Shape, String>> counts = new TreeMap<>();
        StringBuilder table = new StringBuilder("| cases that hold |");
        StringBuilder line = new StringBuilder("|---|");
        for (Shape shape : Shape.values()) {
            table.append(' ').append(shape).append(" |");
            line.append("--:|");
            for (Path file : files(DIRECTORY.resolve(shape.name()))) {
                for (String row : Files.readAllLines(file)) {
                    String[] parts = row.split(" ", 2);
                    counts.computeIfAbsent(file.getFileName() + "." + parts[0], any -> new TreeMap<>())
                            .put(shape, parts[1]);
                }
            }
        }
        table.append('\n').append(line).append('\n');
        counts.forEach((name, byShape) -> {
            table.append("| ").append(name).append(" |");
            for (Shape shape : Shape.values()) {
                table.append(' ').append(byShape.getOrDefault(shape, "0")).append(" |");
            }
            table.append('\n');
        });
        return table.toString();
    }

    private static List<Path> files(Path directory) throws IOException {
        if (!Files.exists(directory)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(directory)) {
            return files.toList();
        }
    }
}
