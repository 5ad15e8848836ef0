package dev.mstv.platform.composition;

/** The protocols that have edges; their names in {@code PROTOCOLS} are these in lower case. */
public enum Protocol {
    REST,
    GRAPHQL
}
