package dev.mstv.platform.events;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;

/** Where in the JSON of an event personal data stand: the paths of its {@link Personal} components. */
final class PersonalFields {

    private static final ClassValue<List<List<String>>> PATHS = new ClassValue<>() {
        @Override
        protected List<List<String>> computeValue(Class<?> type) {
            return paths(type);
        }
    };

    private PersonalFields() {}

    /** Each from the root, such as {@code changes, email}. */
    static List<List<String>> of(Class<?> type) {
        return PATHS.get(type);
    }

    private static List<List<String>> paths(Class<?> type) {
        List<List<String>> paths = new ArrayList<>();
        if (!type.isRecord()) {
            return paths;
        }
        for (RecordComponent component : type.getRecordComponents()) {
            if (component.isAnnotationPresent(Personal.class)) {
                paths.add(List.of(component.getName()));
            } else {
                for (List<String> below : paths(component.getType())) {
                    List<String> path = new ArrayList<>(List.of(component.getName()));
                    path.addAll(below);
                    paths.add(List.copyOf(path));
                }
            }
        }
        return List.copyOf(paths);
    }
}
