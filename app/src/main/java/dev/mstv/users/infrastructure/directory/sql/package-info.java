/** The list of all users in the database of the module. */
package dev.mstv.users.infrastructure.directory.sql;
