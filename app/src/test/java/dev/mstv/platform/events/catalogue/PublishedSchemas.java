package dev.mstv.platform.events.catalogue;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.mstv.platform.events.EventTypes;
import dev.mstv.platform.events.Upcasters;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The schemas that others build on, one file for each version of an event, beside those that the code makes now. */
final class PublishedSchemas {

    private static final Pattern NAME = Pattern.compile("([a-z_.]+)\\.v(\\d+)\\.json");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path directory;
    private final Map<String, CataloguedEvent> current = new TreeMap<>();
    private final Catalogue catalogue;
    private final Upcasters upcasters;

    PublishedSchemas(Path directory, EventTypes types, Upcasters upcasters) {
        this.directory = directory;
        this.catalogue = new Catalogue(types);
        this.upcasters = upcasters;
        catalogue.all().forEach(event -> current.put(fileName(event), event));
    }

    /** What is wrong with the code, or with the files; a sentence for each fault. */
    List<String> faults() {
        List<String> faults = new ArrayList<>();
        Map<String, JsonNode> published = published();
        published.forEach((file, schema) -> refused(file, schema).forEach(fault -> faults.add(file + ": " + fault)));
        current.forEach((file, event) -> {
            JsonNode before = published.get(file);
            if (before == null
                    || (!before.equals(event.schema()) && refused(file, before).isEmpty())) {
                faults.add(file + ": is not what the code says; ./mstv schemas writes it");
            }
        });
        return faults;
    }

    /** Writes what the code says, but for schemas that were changed in a way that is refused. */
    void update() {
        Map<String, JsonNode> published = published();
        current.forEach((file, event) -> {
            if (!published.containsKey(file)
                    || refused(file, published.get(file)).isEmpty()) {
                write(file, event.schema());
            }
        });
    }

    private List<String> refused(String file, JsonNode schema) {
        CataloguedEvent same = current.get(file);
        return same == null ? superseded(file, schema) : Compatibility.refused(schema, same.schema());
    }

    private List<String> superseded(String file, JsonNode schema) {
        Matcher name = NAME.matcher(file);
        if (!name.matches()) {
            return List.of("is not named <type>.v<version>.json");
        }
        int version = Integer.parseInt(name.group(2));
        CataloguedEvent newest = catalogue.newest(name.group(1)).orElse(null);
        if (newest == null || newest.type().version() < version) {
            return List.of("is published, but there is no such event any more");
        }
        JsonNode whole = Example.of("", schema);
        return Stream.of(whole, JsonSchemas.withoutOptional(schema, whole))
                .map(data -> upcasters.upcast(name.group(1), version, data))
                .flatMap(payload -> JsonSchemas.faults(newest.schema(), payload.data()).stream()
                        .map(fault -> "does not become version " + payload.version() + ", " + fault))
                .distinct()
                .toList();
    }

    private Map<String, JsonNode> published() {
        Map<String, JsonNode> published = new TreeMap<>();
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file :
                    files.filter(one -> one.toString().endsWith(".json")).toList()) {
                published.put(file.getFileName().toString(), JSON.readTree(file.toFile()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return published;
    }

    private void write(String file, JsonNode schema) {
        DefaultIndenter lines = new DefaultIndenter("  ", "\n");
        DefaultPrettyPrinter printer =
                new DefaultPrettyPrinter().withObjectIndenter(lines).withArrayIndenter(lines);
        try {
            Files.writeString(directory.resolve(file), JSON.writer(printer).writeValueAsString(schema) + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String fileName(CataloguedEvent event) {
        return event.type().name() + ".v" + event.type().version() + ".json";
    }
}
