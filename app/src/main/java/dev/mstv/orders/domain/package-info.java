/** What an order is, whoever places it and wherever it is kept. */
package dev.mstv.orders.domain;
