/** What can go wrong, in the words every edge shares: a kind, a stable code, and what to tell the caller. */
package dev.mstv.platform.problem;
