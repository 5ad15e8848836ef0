/** What is the same at every edge, whatever its protocol: how calls are counted, let in and served. */
package dev.mstv.platform.edge;
