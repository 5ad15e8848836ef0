package dev.mstv.users.application;

import dev.mstv.platform.security.Rule;
import dev.mstv.users.domain.User;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Policies about users as nobody would write them, with values that some of the users have. */
final class RandomPolicies {

    private static final List<String> ATTRIBUTES = List.of("id", "email", "role");
    private static final List<String> ORDERS = List.of("$eq", "$ne", "$gt", "$gte", "$lt", "$lte");

    private final RandomGenerator random;
    private final List<User> users;

    RandomPolicies(RandomGenerator random, List<User> users) {
        this.random = random;
        this.users = users;
    }

    List<Rule> next() {
        return IntStream.rangeClosed(0, random.nextInt(5))
                .mapToObj(any -> rule())
                .toList();
    }

    private Rule rule() {
        return new Rule(
                List.of(one(List.of("list", "list", "manage", "read"))),
                List.of(one(List.of("User", "User", "all", "Session"))),
                random.nextInt(5) == 0 ? null : conditions(),
                fields(),
                random.nextInt(3) == 0);
    }

    private @Nullable List<String> fields() {
        return random.nextInt(4) == 0 ? List.of("email") : null;
    }

    private Map<String, Object> conditions() {
        Map<String, Object> conditions = new HashMap<>();
        for (int i = random.nextInt(3); i >= 0; i--) {
            String attribute = one(ATTRIBUTES);
            conditions.put(attribute, condition(attribute));
        }
        return conditions;
    }

    private Object condition(String attribute) {
        return switch (random.nextInt(4)) {
            case 0 -> value(attribute);
            case 1 -> Map.of(one(List.of("$in", "$nin")), values(attribute));
            case 2 -> Map.of("$gte", value(attribute), "$ne", value(attribute));
            default -> Map.of(one(ORDERS), value(attribute));
        };
    }

    private List<String> values(String attribute) {
        return IntStream.range(0, random.nextInt(4))
                .mapToObj(any -> value(attribute))
                .toList();
    }

    private String value(String attribute) {
        User user = one(users);
        return switch (random.nextInt(8)) {
            case 0 -> "${user.id}";
            case 1 -> one(List.of("", "%", "'", "zzz", "Z", "_", "\u00e9"));
            default -> String.valueOf(UserMapping.subject(user).attributes().apply(attribute));
        };
    }

    private <T> T one(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }
}
