package dev.mstv.platform.observability;

import java.util.List;

/** The checks of several things of one kind. */
public interface HealthChecks {

    List<HealthCheck> all();
}
