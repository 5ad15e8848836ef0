/** The list of all users, as a read model: what happens to its entries, wherever they are kept. */
package dev.mstv.users.infrastructure.directory;
