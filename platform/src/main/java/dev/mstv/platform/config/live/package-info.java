/** Settings that Consul changes while processes run: followed by all of them, and each change told once. */
package dev.mstv.platform.config.live;
