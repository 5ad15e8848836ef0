package dev.mstv.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mstv.devstack.Polling;
import java.time.Duration;
import java.util.List;

/**
 * What the subscribers of a cluster have done. A probe in the database notes each entry of the audit trail at the moment
 * it is made, also one that is there already, in the transaction of the effect: so a second time would show.
 */
final class Effects {

    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final Sql database;

    Effects(Sql database) {
        this.database = database;
    }

    /** Puts the probe in, when what happened until now is in the trail. */
    Effects probed() {
        Store store = new Store(database);
        assertThat(Polling.until(LIMIT, () -> database.one("SELECT count(*) FROM audit_entry")
                        .equals(String.valueOf(store.ids().size()))))
                .isTrue();
        database.run("CREATE TABLE noted_effect (at bigint GENERATED ALWAYS AS IDENTITY, event_id uuid, subject uuid,"
                + " sequence bigint)");
        database.run("INSERT INTO noted_effect (event_id, subject, sequence)"
                + " SELECT event_id, subject, sequence FROM audit_entry ORDER BY subject, sequence");
        database.run("CREATE FUNCTION note_effect() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN"
                + " INSERT INTO noted_effect (event_id, subject, sequence)"
                + " VALUES (NEW.event_id, NEW.subject, NEW.sequence); RETURN NEW; END $$");
        database.run("CREATE TRIGGER note_effect BEFORE INSERT ON audit_entry"
                + " FOR EACH ROW EXECUTE FUNCTION note_effect()");
        return this;
    }

    /** The event of each effect on the trail, as often as it happened. */
    List<String> recorded() {
        return database.column("SELECT event_id FROM noted_effect");
    }

    /** The aggregates of which an event had its effect before an earlier one. */
    List<String> outOfOrder() {
        return database.column("SELECT DISTINCT subject FROM (SELECT subject, sequence, lag(sequence, 1, 0::bigint)"
                + " OVER (PARTITION BY subject ORDER BY at) AS before FROM noted_effect) AS e"
                + " WHERE sequence <> before + 1");
    }

    /** The events that a subscriber has noted as done. */
    List<String> of(String subscriber) {
        String inbox = subscriber.substring(0, subscriber.indexOf('.')) + "_inbox";
        return database.column("SELECT event_id FROM " + inbox + " WHERE subscriber = ?", subscriber);
    }

    /** Sessions of users who are gone. */
    List<String> forgottenSessions() {
        return database.column("SELECT id FROM auth_session s WHERE EXISTS"
                + " (SELECT 1 FROM users_event e WHERE e.stream = s.user_id AND e.type = 'user.deleted')");
    }
}
