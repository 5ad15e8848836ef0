/** TLS: the certificates of this process and whom it trusts, read from files and again when those change. */
package dev.mstv.platform.tls;
