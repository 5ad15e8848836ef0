package dev.mstv.platform.mongo;

import com.mongodb.client.model.Filters;
import dev.mstv.platform.security.Condition;
import dev.mstv.platform.security.Condition.Compare;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.bson.conversions.Bson;

/**
 * A condition as a filter, so that a list holds exactly what its reader may see. Values are texts, which no server takes for
 * an operator; attributes without a field are a fault of the policy.
 */
public final class MongoNarrowing {

    private final Map<String, String> fields;

    private MongoNarrowing(Map<String, String> fields) {
        this.fields = fields;
    }

    /**
     * Writes a condition as a filter.
     *
     * @param fields by attribute: those that hold texts, or are missing
     */
    public static Bson of(Condition condition, Map<String, String> fields) {
        return new MongoNarrowing(fields).filter(condition);
    }

    // The server takes no empty list of parts.
    private Bson filter(Condition condition) {
        return switch (condition) {
            case Condition.And(var parts) -> parts.isEmpty() ? Filters.empty() : Filters.and(filters(parts));
            case Condition.Or(var parts) -> parts.isEmpty() ? Filters.nor(Filters.empty()) : Filters.or(filters(parts));
            case Condition.Not(var part) -> Filters.nor(filter(part));
            case Compare compare -> filter(compare);
        };
    }

    private List<Bson> filters(List<Condition> parts) {
        return parts.stream().map(this::filter).toList();
    }

    // A missing value meets no condition but the negated ones, here as in memory and by the server's own rules.
    private Bson filter(Compare compare) {
        String field = Objects.requireNonNull(
                fields.get(compare.attribute()), () -> "No field for the attribute " + compare.attribute());
        return switch (compare.operator()) {
            case EQ -> Filters.eq(field, text(compare.value()));
            case NE -> Filters.ne(field, text(compare.value()));
            case IN -> Filters.in(field, texts(compare.value()));
            case NIN -> Filters.nin(field, texts(compare.value()));
            case GT -> Filters.gt(field, text(compare.value()));
            case GTE -> Filters.gte(field, text(compare.value()));
            case LT -> Filters.lt(field, text(compare.value()));
            case LTE -> Filters.lte(field, text(compare.value()));
        };
    }

    private static List<String> texts(Object list) {
        return ((List<?>) list).stream().map(MongoNarrowing::text).toList();
    }

    private static String text(Object value) {
        return value.toString();
    }
}
