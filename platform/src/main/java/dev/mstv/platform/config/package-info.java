/** The one place that reads the environment: typed, validated, every fault reported at once. */
package dev.mstv.platform.config;
