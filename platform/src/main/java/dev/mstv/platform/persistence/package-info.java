/** Each module's own database: its pool, its migrations, its transactions. */
package dev.mstv.platform.persistence;
