/** MongoDB, where read models are kept if {@code READ_MODEL} says so: one client of a process, with limits of time. */
package dev.mstv.platform.mongo;
