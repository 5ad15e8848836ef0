/** JSON as clients send it. */
package dev.mstv.platform.json;
