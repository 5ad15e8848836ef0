/** Technical capabilities; knows no business word. */
package dev.mstv.platform;
