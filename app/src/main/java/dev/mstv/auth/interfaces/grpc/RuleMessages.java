package dev.mstv.auth.interfaces.grpc;

import com.google.protobuf.ListValue;
import com.google.protobuf.Struct;
import com.google.protobuf.Value;
import dev.mstv.contracts.auth.Rule;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Rules as messages of {@code auth.proto}. */
final class RuleMessages {

    private RuleMessages() {}

    static Rule of(dev.mstv.platform.security.Rule rule) {
        Rule.Builder message = Rule.newBuilder()
                .addAllAction(rule.action())
                .addAllSubject(rule.subject())
                .setInverted(rule.inverted());
        if (rule.conditions() != null) {
            message.setConditions(struct(rule.conditions()));
        }
        if (rule.fields() != null) {
            message.addAllFields(rule.fields());
        }
        return message.build();
    }

    private static Struct struct(Map<?, ?> map) {
        Struct.Builder struct = Struct.newBuilder();
        map.forEach((key, value) -> struct.putFields(key.toString(), value(value)));
        return struct.build();
    }

    // What a condition holds is what JSON can hold.
    private static Value value(@Nullable Object value) {
        Value.Builder built = Value.newBuilder();
        return switch (value) {
            case null -> built.setNullValueValue(0).build();
            case Map<?, ?> map -> built.setStructValue(struct(map)).build();
            case Iterable<?> list -> {
                ListValue.Builder values = ListValue.newBuilder();
                list.forEach(one -> values.addValues(value(one)));
                yield built.setListValue(values).build();
            }
            case Boolean flag -> built.setBoolValue(flag).build();
            case Number number -> built.setNumberValue(number.doubleValue()).build();
            default -> built.setStringValue(value.toString()).build();
        };
    }
}
