/** Redis, where it is on: one connection that is watched, and what the process believes of it. */
package dev.mstv.platform.redis;
