package dev.mstv.platform.security;

import java.util.List;

/** Which instances of a subject a caller may touch: decided on an instance here, or turned into SQL by an adapter. */
public sealed interface Condition {

    /** Every instance. */
    static Condition always() {
        return new And(List.of());
    }

    /** No instance. */
    static Condition never() {
        return new Or(List.of());
    }

    /** True if {@code subject} meets it. */
    boolean holds(Subject subject);

    /** How an attribute is compared; the names are MongoDB's without the dollar. */
    enum Operator {
        EQ,
        NE,
        IN,
        NIN,
        GT,
        GTE,
        LT,
        LTE
    }

    /** An attribute against one value, or a list for {@code IN} and {@code NIN}. */
    record Compare(String attribute, Operator operator, Object value) implements Condition {
        @Override
        public boolean holds(Subject subject) {
            return Comparison.holds(subject.attributes().apply(attribute), operator, value);
        }
    }

    record And(List<Condition> parts) implements Condition {
        @Override
        public boolean holds(Subject subject) {
            return parts.stream().allMatch(part -> part.holds(subject));
        }
    }

    record Or(List<Condition> parts) implements Condition {
        @Override
        public boolean holds(Subject subject) {
            return parts.stream().anyMatch(part -> part.holds(subject));
        }
    }

    record Not(Condition part) implements Condition {
        @Override
        public boolean holds(Subject subject) {
            return !part.holds(subject);
        }
    }

    /** Both, without needless nesting. */
    default Condition and(Condition other) {
        return this.equals(always()) ? other : other.equals(always()) ? this : new And(List.of(this, other));
    }

    /** Either, without needless nesting. */
    default Condition or(Condition other) {
        if (this.equals(always()) || other.equals(always())) {
            return always();
        }
        return this.equals(never()) ? other : other.equals(never()) ? this : new Or(List.of(this, other));
    }

    /** The opposite. */
    default Condition negated() {
        return this.equals(always()) ? never() : this.equals(never()) ? always() : new Not(this);
    }
}
