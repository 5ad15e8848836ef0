package dev.mstv.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Rule 7: the SQL of a module names only its own tables. */
class TableRulesTest {

    // Keywords are upper case and names lower case, in all our SQL; \1 stands in constants for what is put in there.
    private static final Pattern TABLE = Pattern.compile(
            "\\b(?:FROM|JOIN|INTO|UPDATE|TABLE|REFERENCES|INDEX|ON)\\s+([a-z$\\u0001][a-z0-9_{}]*+)(?!\\()");

    private static List<String> foreign(String module, Stream<String> texts) {
        List<String> foreign = new ArrayList<>();
        texts.forEach(sql -> {
            Matcher table = TABLE.matcher(sql);
            while (table.find()) {
                if (!table.group(1).startsWith(module + '_') && !table.group(1).startsWith("\u0001")) {
                    foreign.add(table.group(1));
                }
            }
        });
        return foreign;
    }

    private static List<String> foreignInClasses(Tree tree, String module) {
        return foreign(
                module,
                tree.classes().stream()
                        .filter(type ->
                                tree.moduleOf(type).filter(module::equals).isPresent())
                        .filter(type -> tree.belowModule(type).startsWith("infrastructure"))
                        .flatMap(Constants::of));
    }

    private static Stream<String> migrations(Path directory) throws IOException {
        List<String> texts = new ArrayList<>();
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                texts.add(Files.readString(file).replaceAll("--.*", ""));
            }
        }
        return texts.stream();
    }

    @Test
    void statementsNameOnlyTheModulesOwnTables() {
        assertThat(Tree.OURS.modules()).allSatisfy(module -> assertThat(foreignInClasses(Tree.OURS, module))
                .isEmpty());
    }

    @Test
    void statementsThatNameAnothersTableAreFound() {
        assertThat(foreignInClasses(Tree.BROKEN, "auth")).containsExactly("users_user");
    }

    @Test
    void statementsAreFoundAtAll() {
        Stream<String> constants = Tree.OURS.classes().stream()
                .filter(type -> type.getSimpleName().equals("SqlUsers"))
                .flatMap(Constants::of);
        assertThat(foreign("nobody", constants)).contains("users_user");
    }

    @Test
    void migrationsNameOnlyTheModulesOwnTables() throws IOException {
        for (String module : Tree.OURS.modules()) {
            Path directory = Path.of("src/main/resources/db/migration", module);
            assertThat(foreign(module, migrations(directory))).as(module).isEmpty();
        }
    }

    @Test
    void migrationsThatNameAnothersTableAreFound() {
        String migration = "CREATE TABLE orders_order (user_id uuid REFERENCES users_user)";
        assertThat(foreign("orders", Stream.of(migration))).containsExactly("users_user");
    }
}
