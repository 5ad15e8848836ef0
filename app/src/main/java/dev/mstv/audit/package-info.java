/** Who did what, when and by which request: every event of every module, and whether their stores are untouched. */
package dev.mstv.audit;
