/** Real servers without Docker, for development and tests; in no production artifact. */
@NullMarked
package dev.mstv.devstack;

import org.jspecify.annotations.NullMarked;
