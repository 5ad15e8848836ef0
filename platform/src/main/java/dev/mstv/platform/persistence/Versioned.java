package dev.mstv.platform.persistence;

/** A value with the version of the aggregate it shows, from 1; two of one version are equal. */
public record Versioned<T>(T value, long version) {}
