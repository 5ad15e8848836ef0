/** What a notification is, and to whom it goes. */
package dev.mstv.notifications.domain;
