/** Composition: which modules and edges a process has. The modules are the packages beside. */
package dev.mstv;
