/** The ways to talk to this module. */
package dev.mstv.auth.interfaces;
