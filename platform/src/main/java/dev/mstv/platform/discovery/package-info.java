/** Where the modules that do not run in this process are. */
package dev.mstv.platform.discovery;
