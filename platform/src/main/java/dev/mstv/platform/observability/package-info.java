/** Logs, metrics and health. */
package dev.mstv.platform.observability;
