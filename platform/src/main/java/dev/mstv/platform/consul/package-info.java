/** The Consul agent of this process, where Consul is on: what is asked of it, what it answered last, and when. */
package dev.mstv.platform.consul;
