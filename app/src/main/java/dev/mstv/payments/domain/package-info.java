/** What a payment is, who moves the money, and what may be asked of them. */
package dev.mstv.payments.domain;
