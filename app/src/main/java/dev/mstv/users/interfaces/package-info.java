/** The ways to talk to this module. */
package dev.mstv.users.interfaces;
