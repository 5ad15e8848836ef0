/** What people order: placed, paid or not, cancelled, refunded. */
package dev.mstv.orders;
