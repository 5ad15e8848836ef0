/**
 * Runs commands and queries: every message passes the same stages, whichever edge it came from, and the sender cannot
 * tell where its handler runs.
 */
package dev.mstv.platform.bus;
