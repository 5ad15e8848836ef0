/** What a user is, whoever asks and wherever it is kept. */
package dev.mstv.users.domain;
