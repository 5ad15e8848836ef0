/** Charging people for what they order, and giving it back: each of them once, whatever the provider answers. */
package dev.mstv.payments;
