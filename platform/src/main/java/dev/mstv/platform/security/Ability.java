package dev.mstv.platform.security;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What one caller may do. The last rule that speaks of a case decides it; where none does, it is forbidden. */
public final class Ability {

    private final List<Rule> rules;
    private final String userId;

    Ability(List<Rule> rules, String userId) {
        this.rules = rules;
        this.userId = userId;
    }

    /** True if there may be an instance of the type on which the action is allowed. */
    boolean canOnSome(String action, String subjectType) {
        for (Rule rule : rules.reversed()) {
            if (rule.speaksOf(action, subjectType)
                    && rule.speaksOfField(null)
                    && !(rule.inverted() && rule.conditions() != null)) {
                return !rule.inverted();
            }
        }
        return false;
    }

    /** True if the action is allowed on this very subject. */
    public boolean can(String action, Subject subject) {
        return can(action, subject, null);
    }

    /** True if the action is allowed on this very subject, and on its {@code field} if one is named. */
    boolean can(String action, Subject subject, @Nullable String field) {
        for (Rule rule : rules.reversed()) {
            if (rule.speaksOf(action, subject.type())
                    && rule.speaksOfField(field)
                    && Conditions.parse(rule.conditions(), userId).holds(subject)) {
                return !rule.inverted();
            }
        }
        return false;
    }

    /** The instances on which the action is allowed; decides exactly as {@link #can} does on each of them. */
    public Condition narrow(String action, String subjectType) {
        Condition allowed = Condition.never();
        for (Rule rule : rules) {
            if (rule.speaksOf(action, subjectType) && rule.speaksOfField(null)) {
                Condition matched = Conditions.parse(rule.conditions(), userId);
                allowed = rule.inverted() ? allowed.and(matched.negated()) : allowed.or(matched);
            }
        }
        return allowed;
    }

    /** The rules with the caller's own id filled in, as a front end needs them. */
    public List<Rule> rules() {
        return rules.stream().map(this::filled).toList();
    }

    private Rule filled(Rule rule) {
        if (rule.conditions() == null) {
            return rule;
        }
        Map<String, Object> conditions = rule.conditions().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> Conditions.filled(entry.getValue(), userId)));
        return new Rule(rule.action(), rule.subject(), conditions, rule.fields(), rule.inverted());
    }
}
