package dev.mstv.platform.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The semantics of CASL (casl.js.org, "Define rules" and "Restricting field access"). */
class AbilityTest {

    private static final String ME = "me";
    private static final Subject MINE = new Subject("Post", Map.<String, Object>of("author", ME)::get);
    private static final Subject THEIRS = new Subject("Post", Map.<String, Object>of("author", "they")::get);
    private static final Map<String, Object> OWN = Map.of("author", "${user.id}");

    private static Rule allow(
            String action, String subject, @Nullable Map<String, Object> conditions, String... fields) {
        return new Rule(
                List.of(action), List.of(subject), conditions, fields.length == 0 ? null : List.of(fields), false);
    }

    private static Rule forbid(
            String action, String subject, @Nullable Map<String, Object> conditions, String... fields) {
        return new Rule(
                List.of(action), List.of(subject), conditions, fields.length == 0 ? null : List.of(fields), true);
    }

    private static Ability of(Rule... rules) {
        return new Ability(List.of(rules), ME);
    }

    @Test
    void forbidsWhatNoRuleSpeaksOf() {
        assertThat(of().can("read", MINE)).isFalse();
    }

    @Test
    void allowsEveryActionWithManage() {
        assertThat(of(allow("manage", "Post", null)).can("publish", MINE)).isTrue();
    }

    @Test
    void allowsEverySubjectWithAll() {
        assertThat(of(allow("read", "all", null)).can("read", MINE)).isTrue();
    }

    @Test
    void doesNotAllowAnotherAction() {
        assertThat(of(allow("read", "Post", null)).can("update", MINE)).isFalse();
    }

    @Test
    void putsTheCallerInThePlaceOfThePlaceholder() {
        assertThat(of(allow("read", "Post", OWN)).can("read", MINE)).isTrue();
    }

    @Test
    void doesNotAllowWhatTheConditionsLeaveOut() {
        assertThat(of(allow("read", "Post", OWN)).can("read", THEIRS)).isFalse();
    }

    @Test
    void letsTheLastMatchingRuleDecide() {
        Ability ability = of(allow("manage", "all", null), forbid("delete", "Post", null));
        assertThat(ability.can("delete", MINE)).isFalse();
    }

    @Test
    void letsAPermissionAfterAProhibitionWin() {
        Ability ability = of(forbid("delete", "Post", null), allow("delete", "Post", OWN));
        assertThat(ability.can("delete", MINE)).isTrue();
    }

    @Test
    void passesOverALaterRuleThatDoesNotMatchTheInstance() {
        Ability ability = of(allow("read", "Post", null), forbid("read", "Post", OWN));
        assertThat(ability.can("read", THEIRS)).isTrue();
    }

    @Test
    void allowsTheFieldsThatARuleNames() {
        assertThat(of(allow("update", "Post", null, "title")).can("update", MINE, "title"))
                .isTrue();
    }

    @Test
    void doesNotAllowOtherFields() {
        assertThat(of(allow("update", "Post", null, "title")).can("update", MINE, "author"))
                .isFalse();
    }

    @Test
    void allowsEveryFieldWithoutAList() {
        assertThat(of(allow("update", "Post", null)).can("update", MINE, "author"))
                .isTrue();
    }

    @Test
    void countsAPermissionOfSomeFieldsIfNoneIsAskedFor() {
        assertThat(of(allow("update", "Post", null, "title")).can("update", MINE))
                .isTrue();
    }

    @Test
    void doesNotCountAProhibitionOfSomeFieldsIfNoneIsAskedFor() {
        Ability ability = of(allow("update", "Post", null), forbid("update", "Post", null, "author"));
        assertThat(ability.can("update", MINE)).isTrue();
    }

    @Test
    void forbidsTheFieldsThatAnInvertedRuleNames() {
        Ability ability = of(allow("update", "Post", null), forbid("update", "Post", null, "author"));
        assertThat(ability.can("update", MINE, "author")).isFalse();
    }

    @Test
    void mayAllowSomeInstanceWhereConditionsDecide() {
        assertThat(of(allow("read", "Post", OWN)).canOnSome("read", "Post")).isTrue();
    }

    @Test
    void mayAllowSomeInstanceInSpiteOfAConditionalProhibition() {
        Ability ability = of(allow("read", "Post", null), forbid("read", "Post", OWN));
        assertThat(ability.canOnSome("read", "Post")).isTrue();
    }

    @Test
    void allowsNoInstanceWhereTheLastRuleForbidsAll() {
        Ability ability = of(allow("read", "Post", null), forbid("read", "Post", null));
        assertThat(ability.canOnSome("read", "Post")).isFalse();
    }

    @Test
    void showsTheRulesWithTheCallerFilledIn() {
        assertThat(of(allow("read", "Post", OWN)).rules()).containsExactly(allow("read", "Post", Map.of("author", ME)));
    }
}
