package dev.mstv.platform.security;

import dev.mstv.platform.security.Condition.Compare;
import dev.mstv.platform.security.Condition.Operator;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Map.Entry;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads the conditions of a rule; an operator that is not known here is refused rather than ignored. */
final class Conditions {

    private static final String USER_ID = "${user.id}";
    private static final Map<String, Operator> OPERATORS = Arrays.stream(Operator.values())
            .collect(Collectors.toUnmodifiableMap(
                    operator -> "$" + operator.name().toLowerCase(Locale.ROOT), Function.identity()));

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
    static Object filled(@Nullable Object value, String userId) {
        return switch (value) {
            case null -> throw new IllegalStateException("A policy compares with null, which is not supported");
            case String text -> text.equals(USER_ID) ? userId : text;
            case List<?> list -> list.stream().map(one -> filled(one, userId)).toList();
            case Map<?, ?> map ->
                map.entrySet().stream()
                        .collect(Collectors.toMap(
                                entry -> String.valueOf(entry.getKey()), entry -> filled(entry.getValue(), userId)));
            default -> value;
        };
    }

    private static Condition ofAttribute(String attribute, Object value) {
        if (attribute.isEmpty() || attribute.startsWith("$")) {
            throw new IllegalStateException("A policy uses " + attribute + " as an attribute, which it is not");
        }
        if (!(value instanceof Map<?, ?> operators)) {
            return new Compare(attribute, Operator.EQ, value);
        }
        Condition all = Condition.always();
        for (Entry<?, ?> entry : operators.entrySet()) {
            all = all.and(compare(attribute, String.valueOf(entry.getKey()), entry.getValue()));
        }
        return all;
    }

    private static Condition compare(String attribute, String name, Object value) {
        Operator operator = OPERATORS.get(name);
        if (operator == null) {
            throw new IllegalStateException("A policy uses the operator " + name + ", which is not supported");
        }
        boolean listed = operator == Operator.IN || operator == Operator.NIN;
        if (listed != value instanceof List<?>) {
            throw new IllegalStateException("A policy gives " + name + " the wrong kind of value");
        }
        return new Compare(attribute, operator, value);
    }
}
