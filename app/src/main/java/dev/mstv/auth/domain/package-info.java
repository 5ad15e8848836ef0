/** What a session is, whoever asks and wherever it is kept. */
package dev.mstv.auth.domain;
