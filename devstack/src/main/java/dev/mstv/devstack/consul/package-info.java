/** A stub of Consul, which no registry has as a program: what MSTV uses of the documented HTTP API of an agent. */
@NullMarked
package dev.mstv.devstack.consul;

import org.jspecify.annotations.NullMarked;
