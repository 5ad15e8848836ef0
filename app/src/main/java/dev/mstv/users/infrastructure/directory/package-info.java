/** The list of all users, as a read model. */
package dev.mstv.users.infrastructure.directory;
