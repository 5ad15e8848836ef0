package dev.mstv.platform.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mstv.RunningProcess;
import dev.mstv.platform.config.ConfigurationException;
import dev.mstv.platform.config.DatabaseAddress;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.junit.jupiter.api.Test;

/** The tables of a module are taken from one database to another, on real ones. */
class RelocationTest {

    private static final String MODULE = "orders";

    private final DatabaseAddress from = newDatabase();
    private final DatabaseAddress to = newDatabase();
    private final UUID order = UUID.randomUUID();

    RelocationTest() {
        Migrations.run(MODULE, from);
        Migrations.run("users", from);
        insert(from, order);
    }

    private static DatabaseAddress newDatabase() {
        return address(RunningProcess.newDatabase());
    }

    private static DatabaseAddress address(String url) {
        URI uri = URI.create(url);
        String[] login = uri.getUserInfo().split(":", 2);
        return new DatabaseAddress(
                "jdbc:postgresql://" + uri.getHost() + ":" + uri.getPort() + uri.getPath(), login[0], login[1]);
    }

    private static Handle open(DatabaseAddress address) {
        return Jdbi.open(address.jdbcUrl(), address.user(), address.password());
    }

    private static void insert(DatabaseAddress address, UUID stream) {
        execute(
                address,
                "INSERT INTO orders_event (event_id, stream, version, type, schema_version, payload, metadata, occurred_at, shard,"
                        + " previous_hash, hash) VALUES (gen_random_uuid(), '" + stream
                        + "', 1, 'order.placed', 1, '{}', '{}', now(), 1, '', '')");
    }

    private static void execute(DatabaseAddress address, String sql) {
        try (Handle handle = open(address)) {
            handle.execute(sql);
        }
    }

    private static List<String> column(DatabaseAddress address, String sql) {
        try (Handle handle = open(address)) {
            return handle.createQuery(sql).mapTo(String.class).list();
        }
    }

    private static List<String> streams(DatabaseAddress address) {
        return column(address, "SELECT stream FROM orders_event ORDER BY position");
    }

    private void move() {
        Relocation.run(MODULE, from, to);
    }

    @Test
    void whatWasThereIsHere() {
        move();
        assertThat(streams(to)).containsExactly(order.toString());
    }

    @Test
    void positionsGoOn() {
        move();
        insert(to, UUID.randomUUID());
        assertThat(column(to, "SELECT position FROM orders_event ORDER BY position"))
                .containsExactly("1", "2");
    }

    @Test
    void whatWasThereIsPutAside() {
        move();
        assertThat(column(from, "SELECT stream FROM mstv_moved.orders_event")).containsExactly(order.toString());
    }

    @Test
    void whoStillWritesThereIsRefused() {
        move();
        assertThatThrownBy(() -> insert(from, UUID.randomUUID())).isInstanceOf(UnableToExecuteStatementException.class);
    }

    @Test
    void whoWouldBeginAnewThereIsToldSo() {
        move();
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> Relocation.refuseIfMovedAway(MODULE, from))
                .withMessageContaining("ORDERS_DATABASE_URL: is missing");
    }

    @Test
    void otherModulesStayWhereTheyAre() {
        move();
        Relocation.refuseIfMovedAway("users", from);
        assertThat(column(from, "SELECT count(*) FROM users_event")).containsExactly("0");
    }

    @Test
    void aMoveIsMadeOnce() {
        move();
        insert(to, UUID.randomUUID());
        move();
        assertThat(streams(to)).hasSize(2);
    }

    @Test
    void processesThatStartTogetherMoveOnce() {
        Stream.of(CompletableFuture.runAsync(this::move), CompletableFuture.runAsync(this::move))
                .toList()
                .forEach(CompletableFuture::join);
        assertThat(streams(to)).containsExactly(order.toString());
    }

    @Test
    void aMoveThatDidNotComeToItsEndIsMadeAgain() {
        Migrations.run(MODULE, to);
        insert(to, UUID.randomUUID());
        execute(to, "CREATE TABLE orders_moving ()");
        move();
        assertThat(streams(to)).containsExactly(order.toString());
    }

    @Test
    void oneThatLacksTheEndAloneComesToIt() {
        move();
        insert(to, UUID.randomUUID());
        execute(to, "CREATE TABLE orders_moving ()");
        move();
        assertThat(streams(to)).hasSize(2);
        assertThat(column(to, "SELECT to_regclass('orders_moving')")).containsOnlyNulls();
    }

    @Test
    void whereNothingWasNothingIsMoved() {
        DatabaseAddress empty = newDatabase();
        Relocation.run(MODULE, empty, to);
        assertThat(column(to, "SELECT to_regclass('orders_event')")).containsOnlyNulls();
    }

    @Test
    void oneDatabaseUnderTwoNamesStaysAsItIs() {
        DatabaseAddress sameElsewhere =
                new DatabaseAddress(from.jdbcUrl() + "?ApplicationName=other", from.user(), from.password());
        execute(from, "CREATE TABLE orders_moving ()");
        Relocation.run(MODULE, from, sameElsewhere);
        assertThat(streams(from)).containsExactly(order.toString());
    }
}
