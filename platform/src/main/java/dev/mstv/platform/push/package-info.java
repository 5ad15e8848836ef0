/**
 * News for clients who are connected: what the modules tell is kept for a while in one log that every process reads, and
 * each process hands it to those of its clients whom it concerns.
 */
package dev.mstv.platform.push;
