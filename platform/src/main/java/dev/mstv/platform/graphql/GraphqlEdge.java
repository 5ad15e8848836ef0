package dev.mstv.platform.graphql;

import graphql.schema.idl.RuntimeWiring;
import org.dataloader.DataLoaderRegistry;

/**
 * A module's part of the GraphQL edge: what stands behind the fields of its {@code graphql/<module>.graphqls}. A query,
 * mutation or subscription that no part in this process stands behind is not in its schema.
 */
public interface GraphqlEdge {

    /** Says how its fields are fetched; once, at start. */
    void wire(RuntimeWiring.Builder wiring);

    /** Adds its loaders, which make many loads of one request one; for each request. */
    default void addLoaders(DataLoaderRegistry loaders) {}
}
