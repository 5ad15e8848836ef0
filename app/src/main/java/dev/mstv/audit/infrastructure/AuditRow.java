package dev.mstv.audit.infrastructure;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.mstv.audit.AuditEntry;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row of the trail. */
final class AuditRow {

    private static final ObjectMapper JSON = new ObjectMapper();

    private AuditRow() {}

    static AuditEntry entry(ResultSet row) throws SQLException {
        return new AuditEntry(
                row.getObject("event_id", UUID.class),
                row.getString("module"),
                row.getString("type"),
                row.getInt("schema_version"),
                row.getObject("subject", UUID.class),
                row.getLong("sequence"),
                row.getString("actor"),
                row.getTimestamp("occurred_at").toInstant(),
                row.getString("request_id"),
                row.getString("trace_id"),
                row.getObject("causation_id", UUID.class),
                data(row.getString("data")));
    }

    /** The text in which the data of an event are kept. */
    static @Nullable String text(@Nullable Map<String, Object> data) {
        try {
            return data == null ? null : JSON.writeValueAsString(data);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("An entry cannot be written", e);
        }
    }

    private static @Nullable Map<String, Object> data(@Nullable String text) {
        try {
            return text == null ? null : JSON.readValue(text, new TypeReference<Map<String, Object>>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("An entry cannot be read", e);
        }
    }
}
