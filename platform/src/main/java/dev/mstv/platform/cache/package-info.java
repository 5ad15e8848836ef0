/** What was read before, on this node and on all: by id and version, and never older than what was committed. */
package dev.mstv.platform.cache;
