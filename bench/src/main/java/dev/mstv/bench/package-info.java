/** Measures what MSTV costs, as ratios against bare endpoints of the same framework in the same run. */
package dev.mstv.bench;
