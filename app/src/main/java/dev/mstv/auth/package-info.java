/** Signing in and out: sessions, and the tokens that prove them. */
package dev.mstv.auth;
