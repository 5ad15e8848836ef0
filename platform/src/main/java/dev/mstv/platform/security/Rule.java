package dev.mstv.platform.security;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One rule, in the shape of CASL's raw rules (casl.js.org), which a front end can use as it is.
 *
 * @param action what may be done; {@code manage} stands for every action
 * @param subject on which types; {@code all} stands for every type
 * @param conditions what an instance must match, in MongoDB's query form; null if every instance does
 * @param fields the only fields that the rule speaks of; null for all of them
 * @param inverted true if the rule forbids
 */
@JsonInclude(JsonInclude.Include.NON_DEFAULT)
public record Rule(
        @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
        List<String> action,

        @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
        List<String> subject,

        @Nullable Map<String, Object> conditions,
        @Nullable List<String> fields,
        boolean inverted) {

    private static final String EVERY_ACTION = "manage";
    private static final String EVERY_SUBJECT = "all";

    static final Rule EVERYTHING = new Rule(List.of(EVERY_ACTION), List.of(EVERY_SUBJECT), null, null, false);

    boolean speaksOf(String wantedAction, String subjectType) {
        return (action.contains(wantedAction) || action.contains(EVERY_ACTION))
                && (subject.contains(subjectType) || subject.contains(EVERY_SUBJECT));
    }

    /** As in CASL: without a field every permission counts, but only a prohibition of the whole does. */
    boolean speaksOfField(@Nullable String field) {
        if (fields == null) {
            return true;
        }
        return field == null ? !inverted : fields.contains(field);
    }
}
