package dev.mstv.platform.security;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.mstv.platform.composition.Composition;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The rules of every role: {@code policy/<module>.json} of every module, also of those that run elsewhere, because a
 * caller's rights do not depend on the process that is asked.
 */
@Singleton
final class Policies {

    private static final String ANONYMOUS = "anonymous";

    private final Map<String, List<Rule>> rulesByRole = new HashMap<>();

    Policies(Composition composition) {
        ObjectMapper json = JsonMapper.builder()
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .build();
        composition.all().forEach(module -> read("policy/" + module + ".json", json));
        // A policy that cannot be understood stops the start, not the first request that it is for.
        rulesByRole.values().stream().flatMap(List::stream).forEach(rule -> Conditions.parse(rule.conditions(), ""));
    }

    Ability of(Caller caller) {
        return switch (caller) {
            case Caller.Anonymous any -> new Ability(rules(ANONYMOUS), "");
            case Caller.User user -> new Ability(rules(user.role()), user.id());
            case Caller.ThisProcess() -> new Ability(List.of(Rule.EVERYTHING), "");
        };
    }

    private List<Rule> rules(String role) {
        return rulesByRole.getOrDefault(role, List.of());
    }

    private void read(String resource, ObjectMapper json) {
        try (InputStream in = Policies.class.getClassLoader().getResourceAsStream(resource)) {
            if (in == null) {
                return;
            }
            json.readValue(in, new TypeReference<Map<String, List<Rule>>>() {}).forEach((role, rules) -> rulesByRole
                    .computeIfAbsent(role, any -> new ArrayList<>())
                    .addAll(rules));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + resource, e);
        }
    }
}
