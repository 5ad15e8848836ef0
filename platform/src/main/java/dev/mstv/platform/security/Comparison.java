package dev.mstv.platform.security;

import dev.mstv.platform.security.Condition.Operator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Compares attribute values; text is compared with text, whatever type it came from. */
final class Comparison {

    private Comparison() {}

    static boolean holds(@Nullable Object actual, Operator operator, Object wanted) {
        return switch (operator) {
            case EQ -> same(actual, wanted);
            case NE -> !same(actual, wanted);
            case IN -> ((List<?>) wanted).stream().anyMatch(one -> same(actual, one));
            case NIN -> ((List<?>) wanted).stream().noneMatch(one -> same(actual, one));
            case GT -> actual != null && order(actual, wanted) > 0;
            case GTE -> actual != null && order(actual, wanted) >= 0;
            case LT -> actual != null && order(actual, wanted) < 0;
            case LTE -> actual != null && order(actual, wanted) <= 0;
        };
    }

    private static boolean same(@Nullable Object actual, Object wanted) {
        return actual != null && actual.toString().equals(wanted.toString());
    }

    private static int order(Object actual, Object wanted) {
        return actual instanceof Number a && wanted instanceof Number b
                ? Double.compare(a.doubleValue(), b.doubleValue())
                : actual.toString().compareTo(wanted.toString());
    }
}
