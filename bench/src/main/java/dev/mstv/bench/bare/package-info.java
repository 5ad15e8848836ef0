/** The reference: the same framework with nothing of ours. */
package dev.mstv.bench.bare;
