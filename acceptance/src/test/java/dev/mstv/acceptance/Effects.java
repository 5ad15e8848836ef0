package dev.mstv.acceptance;

import java.util.List;

/** What the subscribers of a cluster have done. */
final class Effects {

    private final Sql database;

    Effects(Sql database) {
        this.database = database;
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
