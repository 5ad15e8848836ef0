/** The two switches of a process: which modules run in it, and by which protocols one may talk to it. */
package dev.mstv.platform.composition;
