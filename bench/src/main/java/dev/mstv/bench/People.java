package dev.mstv.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Many who are signed in, without the time that their passwords and the mail to them would take: copies of one. */
final class People {

    private static final String COPY_USER = "INSERT INTO users_user (id, email, email_key, name, role, password_hash,"
            + " email_verified, created_at, updated_at, version) SELECT ?, ?, ?, name, ?, password_hash,"
            + " email_verified, created_at, updated_at, version FROM users_user WHERE id = ?";
    private static final String COPY_SESSION = "INSERT INTO auth_session (id, user_id, generation, ip_address,"
            + " user_agent, created_at, last_used_at, expires_at, ended_at, version) SELECT ?, ?, generation,"
            + " ip_address, user_agent, created_at, last_used_at, expires_at, ended_at, version FROM auth_session"
            + " WHERE user_id = ? LIMIT 1";

    private People() {}

    /** Somebody who has registered. */
    static Person registered(int port, String email) throws IOException {
        JsonNode answer = Bench.register(port, email);
        return new Person(
                UUID.fromString(answer.at("/user/id").asText()),
                answer.at("/access_token").asText());
    }

    /** As many as that one, in another role; they have no events, so that nothing can be changed about them. */
    static List<Person> like(Person one, String role, int count, String url) throws SQLException {
        List<Person> people = new ArrayList<>();
        try (Connection connection = Bench.connect(url);
                PreparedStatement users = connection.prepareStatement(COPY_USER);
                PreparedStatement sessions = connection.prepareStatement(COPY_SESSION)) {
            for (int i = 0; i < count; i++) {
                UUID id = UUID.randomUUID();
                UUID session = UUID.randomUUID();
                String email = id + "@example.com";
                fill(users, id, email, email, role, one.id());
                fill(sessions, session, id, one.id());
                people.add(new Person(id, token(one.token(), id, role, session)));
            }
            int[] unusedUsers = users.executeBatch();
            int[] unusedSessions = sessions.executeBatch();
        }
        return people;
    }

    private static void fill(PreparedStatement statement, Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        statement.addBatch();
    }

    private static String token(String like, UUID id, String role, UUID session) {
        try {
            SignedJWT model = SignedJWT.parse(like);
            JWTClaimsSet claims = new JWTClaimsSet.Builder(model.getJWTClaimsSet())
                    .jwtID(UUID.randomUUID().toString())
                    .subject(id.toString())
                    .claim("role", role)
                    .claim("sid", session.toString())
                    .build();
            SignedJWT token = new SignedJWT(model.getHeader(), claims);
            token.sign(new MACSigner(Bench.SECRET.getBytes(StandardCharsets.UTF_8)));
            return token.serialize();
        } catch (ParseException | JOSEException e) {
            throw new IllegalStateException("A token could not be made", e);
        }
    }
}
