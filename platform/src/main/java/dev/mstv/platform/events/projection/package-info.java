/** Read models: fed by events, and made anew beside the one that is read, without anybody waiting. */
package dev.mstv.platform.events.projection;
