/** Telling people what concerns them: notifications that are kept here and mailed. */
package dev.mstv.notifications;
