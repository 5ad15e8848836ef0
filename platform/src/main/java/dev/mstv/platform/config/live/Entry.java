package dev.mstv.platform.config.live;

/**
 * What stands under a key in Consul.
 *
 * @param revision Consul's index of its last change
 */
record Entry(String value, long revision) {}
