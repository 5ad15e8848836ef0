/** Work that nobody waits for. */
package dev.mstv.platform.jobs;
