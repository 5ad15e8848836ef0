package dev.mstv.platform.web;

import io.micronaut.http.HttpRequest;
import java.util.Set;

/** The questions of orchestrators, which are always answered: one that gets no answer ends the process. */
final class Probes {

    private static final Set<String> PATHS = Set.of("/health/live", "/health/ready");

    private Probes() {}

    static boolean isOne(HttpRequest<?> request) {
        return PATHS.contains(request.getPath());
    }
}
