/** Mails: what they are made of, and how they leave. */
package dev.mstv.platform.mail;
