package dev.mstv.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestExecutionResult.Status;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/** Writes {@code target/shapes.md}: how many cases of each test hold against each shape of the application. */
public final class ShapeReport implements TestExecutionListener {

    private static final Path DIRECTORY = Path.of("target", "shapes");

    private final Map<String, Integer> held = new ConcurrentHashMap<>();

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
        if (test.isTest() && result.getStatus() == Status.SUCCESSFUL) {
            name(test).ifPresent(name -> held.merge(name, 1, Integer::sum));
        }
    }

    @Override
    public void testPlanExecutionFinished(TestPlan plan) {
        try {
            Files.createDirectories(DIRECTORY);
            StringBuilder lines = new StringBuilder();
            new TreeMap<>(held)
                    .forEach((name, count) ->
                            lines.append(name).append(' ').append(count).append('\n'));
            Files.writeString(DIRECTORY.resolve(Shape.current() + ".txt"), lines);
            Files.writeString(DIRECTORY.resolveSibling("shapes.md"), table());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<String> name(TestIdentifier test) {
        return test.getSource()
                .filter(MethodSource.class::isInstance)
                .map(MethodSource.class::cast)
                .filter(source -> source.getJavaClass().isAnnotationPresent(InEveryShape.class))
                .map(source -> source.getJavaClass().getSimpleName() + '.' + source.getMethodName());
    }

    private static String table() throws IOException {
        Map<String, Map<Shape, String>> counts = new TreeMap<>();
        StringBuilder table = new StringBuilder("| cases that hold |");
        StringBuilder line = new StringBuilder("|---|");
        for (Shape shape : Shape.values()) {
            table.append(' ').append(shape).append(" |");
            line.append("--:|");
            Path file = DIRECTORY.resolve(shape + ".txt");
            if (Files.exists(file)) {
                for (String row : Files.readAllLines(file)) {
                    String[] parts = row.split(" ", 2);
                    counts.computeIfAbsent(parts[0], any -> new TreeMap<>()).put(shape, parts[1]);
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
}
