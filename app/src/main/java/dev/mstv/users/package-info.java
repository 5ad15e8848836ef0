/** Who is registered here, and by which password one proves to be them. */
package dev.mstv.users;
