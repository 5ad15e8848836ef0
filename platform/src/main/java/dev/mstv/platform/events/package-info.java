/** Each module's event store, which is its outbox and its audit trail. */
package dev.mstv.platform.events;
