/** What events there are, for people and programs outside: schemas, examples, and the AsyncAPI document. */
package dev.mstv.platform.events.catalogue;
