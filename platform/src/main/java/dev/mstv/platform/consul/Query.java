package dev.mstv.platform.consul;

import org.kiwiproject.consul.ConsulException;
import org.kiwiproject.consul.model.ConsulResponse;
import org.kiwiproject.consul.option.QueryOptions;

/** A blocking query in Consul's sense. */
@FunctionalInterface
public interface Query<T> {

    /**
     * Asks. With an index in the options the answer comes when there is something newer, or when the wait is over.
     *
     * @throws ConsulException if Consul does not answer, or refuses
     */
    ConsulResponse<T> ask(QueryOptions options);
}
