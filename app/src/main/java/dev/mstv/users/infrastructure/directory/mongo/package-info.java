/** The list of all users in MongoDB. */
package dev.mstv.users.infrastructure.directory.mongo;
