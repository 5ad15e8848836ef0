package dev.mstv.devstack.up;

import java.util.List;
import java.util.Map;

/**
 * One process of the application.
 *
 * @param name what its user calls it
 * @param modules those that run in it, as far as it is told by us
 * @param port where it serves HTTP
 * @param variables what makes it this process
 */
record Part(String name, List<String> modules, int port, Map<String, String> variables) {

    Part {
        modules = List.copyOf(modules);
        variables = Map.copyOf(variables);
    }

    boolean isCalled(String other) {
        return name.equals(other) || modules.contains(other);
    }
}
