package dev.mstv.platform.persistence;

import dev.mstv.platform.security.Condition;
import dev.mstv.platform.security.Condition.Compare;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A condition as SQL, so that a list holds exactly what its reader may see. Values are always bound, never written into
 * the text; attributes without a column are a fault of the policy.
 */
public final class Narrowing {

    private final Map<String, String> columns;
    private final Map<String, Object> values = new HashMap<>();
    private final String sql;

    private Narrowing(Condition condition, Map<String, String> columns) {
        this.columns = columns;
        this.sql = sql(condition);
    }

    /**
     * Writes a condition as SQL.
     *
     * @param columns by attribute: expressions of type text in the order of their code points, as memory compares them
     */
    public static Narrowing of(Condition condition, Map<String, String> columns) {
        return new Narrowing(condition, columns);
    }

    /** A boolean expression. */
    public String sql() {
        return sql;
    }

    /** What to bind by name. */
    public Map<String, Object> values() {
        return Map.copyOf(values);
    }

    private String sql(Condition condition) {
        return switch (condition) {
            case Condition.And(var parts) -> joined(parts, " AND ", "TRUE");
            case Condition.Or(var parts) -> joined(parts, " OR ", "FALSE");
            case Condition.Not(var part) -> "NOT " + sql(part);
            case Compare compare -> sql(compare);
        };
    }

    private String joined(List<Condition> parts, String operator, String empty) {
        return parts.isEmpty()
                ? empty
                : "(" + String.join(operator, parts.stream().map(this::sql).toList()) + ")";
    }

    // A missing value meets no condition but the negated ones, here as in memory.
    private String sql(Compare compare) {
        String column = Objects.requireNonNull(
                columns.get(compare.attribute()), () -> "No column for the attribute " + compare.attribute());
        return switch (compare.operator()) {
            case EQ -> "COALESCE(" + column + " = " + bound(compare.value()) + ", FALSE)";
            case NE -> "COALESCE(" + column + " <> " + bound(compare.value()) + ", TRUE)";
            case IN -> "COALESCE(" + column + " IN (" + all(compare.value()) + "), FALSE)";
            case NIN -> "COALESCE(" + column + " NOT IN (" + all(compare.value()) + "), TRUE)";
            case GT -> "COALESCE(" + column + " > " + bound(compare.value()) + ", FALSE)";
            case GTE -> "COALESCE(" + column + " >= " + bound(compare.value()) + ", FALSE)";
            case LT -> "COALESCE(" + column + " < " + bound(compare.value()) + ", FALSE)";
            case LTE -> "COALESCE(" + column + " <= " + bound(compare.value()) + ", FALSE)";
        };
    }

    private String all(Object list) {
        List<String> bound = new ArrayList<>();
        for (Object value : (List<?>) list) {
            bound.add(bound(value));
        }
        return bound.isEmpty() ? "NULL" : String.join(", ", bound);
    }

    private String bound(Object value) {
        String name = "narrowing" + values.size();
        values.put(name, value.toString());
        return ":" + name;
    }
}
