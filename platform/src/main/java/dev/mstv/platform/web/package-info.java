/** What every HTTP edge shares: contexts, problems, limits, headers, documentation. */
package dev.mstv.platform.web;
