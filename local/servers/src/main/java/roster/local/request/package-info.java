/** Requests that no client library sends, for tests of services. */
@NullMarked
package roster.local.request;

import org.jspecify.annotations.NullMarked;
