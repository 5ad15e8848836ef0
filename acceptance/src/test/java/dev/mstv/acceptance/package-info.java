/** The packaged artifact from outside: a real process, a real database, and what the public contract promises. */
package dev.mstv.acceptance;
