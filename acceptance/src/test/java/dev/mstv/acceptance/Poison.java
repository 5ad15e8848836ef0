package dev.mstv.acceptance;

import dev.mstv.devstack.Polling;
import java.time.Duration;

/** Makes the audit trail of one process choke on the second event of a user's stream, until it is repaired. */
final class Poison {

    private static final Duration LIMIT = Duration.ofSeconds(20);

    private final Sql database;
    private final RunningApp app;

    private Poison(Sql database, RunningApp app) {
        this.database = database;
        this.app = app;
    }

    /** Prepares a database in which nobody is poisoned yet. A sequence counts attempts, for no rollback undoes it. */
    static Poison in(Sql database, RunningApp app) {
        database.run("CREATE TABLE audit_poison (subject uuid PRIMARY KEY)");
        database.run("CREATE SEQUENCE audit_tries");
        database.run("""
                CREATE FUNCTION audit_choke() RETURNS trigger LANGUAGE plpgsql AS $$
                BEGIN
                  IF NEW.sequence = 2 AND EXISTS (SELECT FROM audit_poison WHERE subject = NEW.subject) THEN
                    PERFORM nextval('audit_tries');
                    RAISE EXCEPTION 'poison';
                  END IF;
                  RETURN NEW;
                END $$""");
        database.run(
                "CREATE TRIGGER audit_choke BEFORE INSERT ON audit_entry FOR EACH ROW EXECUTE FUNCTION audit_choke()");
        return new Poison(database, app);
    }

    /** A user whose second event is a dead letter, and whose third waits behind it. */
    Victim victim() {
        Account account = Account.registered(app);
        database.run("INSERT INTO audit_poison VALUES (CAST(? AS uuid))", account.id());
        rename(account, "Grace");
        await("SELECT count(*) FROM audit_parked WHERE state = 'DEAD' AND stream = CAST(? AS uuid)", account, "1");
        rename(account, "Barbara");
        await("SELECT count(*) FROM audit_parked WHERE state = 'WAITING' AND stream = CAST(? AS uuid)", account, "1");
        return new Victim(account, letter(account, "DEAD"), letter(account, "WAITING"));
    }

    /**
     * See {@link #victim}.
     *
     * @param letter the id of the dead letter
     * @param waiting the id of what waits behind it
     */
    record Victim(Account account, String letter, String waiting) {}

    /** Whatever was poisoned is so no more. */
    void repair() {
        database.run("DELETE FROM audit_poison");
    }

    /** How often events were choked on so far. */
    long tries() {
        return Long.parseLong(database.one("SELECT CASE WHEN is_called THEN last_value ELSE 0 END FROM audit_tries"));
    }

    /** Waits until nothing of the user's stream is parked. */
    void awaitHealed(Account account) {
        await("SELECT count(*) FROM audit_parked WHERE stream = CAST(? AS uuid)", account, "0");
    }

    /** Waits until the user's letter is dead after so many tries in all. */
    void awaitDead(Account account, long tries) {
        await(
                "SELECT count(*) FROM audit_parked, audit_tries WHERE state = 'DEAD' AND stream = CAST(? AS uuid)"
                        + " AND last_value >= " + tries,
                account,
                "1");
    }

    private String letter(Account account, String state) {
        return database.one(
                "SELECT id FROM audit_parked WHERE state = ? AND stream = CAST(? AS uuid)", state, account.id());
    }

    private void rename(Account account, String name) {
        app.send(account.patch(account.path(), "{\"name\":\"" + name + "\"}")).expect(200);
    }

    private void await(String sql, Account account, String expected) {
        if (!Polling.until(LIMIT, () -> database.one(sql, account.id()).equals(expected))) {
            throw new AssertionError("Never became " + expected + ": " + sql);
        }
    }
}
