package dev.mstv.platform.security;

import dev.mstv.platform.security.Condition.Compare;
import dev.mstv.platform.security.Condition.Operator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Map.Entry;
import org.jspecify.annotations.Nullable;

/** Reads the conditions of a rule; an operator that is not known here is refused rather than ignored. */
final class Conditions {

    private static final String USER_ID = "${user.id}";

    private Conditions() {}

    static Condition parse(@Nullable Map<String, Object> conditions, String userId) {
        Condition all = Condition.always();
        if (conditions != null) {
            for (Entry<String, Object> entry : conditions.entrySet()) {
                all = all.and(ofAttribute(entry.getKey(), filled(entry.getValue(), userId)));
            }
        }
        return all;
    }

    /** The value with the caller in the place of {@code ${user.id}}. */
    static Object filled(Object value, String userId) {
        return switch (value) {
            case String text -> text.equals(USER_ID) ? userId : text;
            case List<?> list -> list.stream().map(one -> filled(one, userId)).toList();
            case Map<?, ?> map ->
                map.entrySet().stream()
                        .collect(java.util.stream.Collectors.toMap(
                                entry -> String.valueOf(entry.getKey()), entry -> filled(entry.getValue(), userId)));
            default -> value;
        };
    }

    private static Condition ofAttribute(String attribute, Object value) {
        if (!(value instanceof Map<?, ?> operators)) {
            return new Compare(attribute, Operator.EQ, value);
        }
        Condition all = Condition.always();
        for (Entry<?, ?> entry : operators.entrySet()) {
            all = all.and(new Compare(attribute, operator(String.valueOf(entry.getKey())), entry.getValue()));
        }
        return all;
    }

    private static Operator operator(String name) {
        try {
            return Operator.valueOf(name.substring(1).toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException("A policy uses the operator " + name + ", which is not supported", e);
        }
    }
}
