/** Who calls, what they may do, and the keys, tokens and hashes that this rests on. */
package dev.mstv.platform.security;
