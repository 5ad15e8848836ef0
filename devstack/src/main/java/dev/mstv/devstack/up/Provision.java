package dev.mstv.devstack.up;

import java.util.Map;

/**
 * What {@code up --full} provides beside PostgreSQL.
 *
 * @param name what its user calls it
 * @param place where it is, or why there is none
 * @param variables what the application is told
 */
record Provision(String name, String place, Map<String, String> variables) {

    Provision {
        variables = Map.copyOf(variables);
    }
}
