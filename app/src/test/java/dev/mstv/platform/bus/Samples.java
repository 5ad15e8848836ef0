package dev.mstv.platform.bus;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Values of a type: one of each case if it is sealed, a full and an empty one if it can be empty. */
final class Samples {

    private static final Map<Class<?>, Object> SIMPLE = Map.ofEntries(
            Map.entry(String.class, "Ada \"\u00e4\" \ud83d\udd11"),
            Map.entry(UUID.class, new UUID(1, 2)),
            Map.entry(Instant.class, Instant.parse("2026-01-02T03:04:05.678Z")),
            Map.entry(Duration.class, Duration.ofMillis(900_001)),
            Map.entry(Long.class, 1L << 60),
            Map.entry(long.class, 1L << 60),
            Map.entry(int.class, 42),
            Map.entry(Integer.class, 42),
            Map.entry(boolean.class, true),
            Map.entry(Object.class, "anything"));

    private Samples() {}

    static Stream<Object> of(Type type) {
        if (type instanceof ParameterizedType generic) {
            return ofGeneric(generic, (Class<?>) generic.getRawType());
        }
        Class<?> raw = (Class<?>) type;
        if (SIMPLE.containsKey(raw)) {
            return Stream.of(SIMPLE.get(raw));
        }
        if (raw.isEnum()) {
            return Stream.of(raw.getEnumConstants());
        }
        if (raw.isSealed()) {
            return Arrays.stream(raw.getPermittedSubclasses()).flatMap(Samples::of);
        }
        return ofRecord(raw, Map.of());
    }

    private static Stream<Object> ofGeneric(ParameterizedType generic, Class<?> raw) {
        Type first = generic.getActualTypeArguments()[0];
        if (raw == Optional.class) {
            return Stream.concat(Stream.of(Optional.empty()), of(first).map(Optional::of));
        }
        if (raw == List.class) {
            return Stream.of(List.of(), of(first).toList());
        }
        if (raw == Set.class) {
            return Stream.of(Set.of(), Set.copyOf(of(first).toList()));
        }
        if (raw == Map.class) {
            return Stream.of(Map.of(
                    "key", of(generic.getActualTypeArguments()[1]).findFirst().orElseThrow()));
        }
        TypeVariable<?> variable = raw.getTypeParameters()[0];
        return ofRecord(raw, Map.of(variable, first));
    }

    private static Stream<Object> ofRecord(Class<?> type, Map<TypeVariable<?>, Type> arguments) {
        RecordComponent[] components = type.getRecordComponents();
        Object[] full = Arrays.stream(components)
                .map(component -> of(resolved(component.getGenericType(), arguments))
                        .toList()
                        .getLast())
                .toArray();
        @Nullable
        Object[] least = IntStream.range(0, full.length)
                .mapToObj(i -> components[i].getAnnotatedType().isAnnotationPresent(Nullable.class) ? null : full[i])
                .toArray();
        return Stream.of(made(type, components, full), made(type, components, least));
    }

    private static Type resolved(Type type, Map<TypeVariable<?>, Type> arguments) {
        if (type instanceof TypeVariable<?> variable) {
            return arguments.getOrDefault(variable, Object.class);
        }
        if (type instanceof ParameterizedType generic
                && generic.getActualTypeArguments()[0] instanceof TypeVariable<?> variable) {
            return new ListOf(arguments.getOrDefault(variable, Object.class));
        }
        return type;
    }

    private static Object made(Class<?> type, RecordComponent[] components, @Nullable Object[] values) {
        try {
            Class<?>[] types =
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
            return type.getDeclaredConstructor(types).newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("No sample of " + type, e);
        }
    }

    private record ListOf(Type item) implements ParameterizedType {
        @Override
        public Type[] getActualTypeArguments() {
            return new Type[] {item};
        }

        @Override
        public Type getRawType() {
            return List.class;
        }

        @Override
        public @Nullable Type getOwnerType() {
            return null;
        }
    }
}
