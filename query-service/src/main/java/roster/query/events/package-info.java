/** {@code /organizations/{org}/events} and {@code /operator/events}: the feed over HTTP, as pages, files and streams. */
@NullMarked
package roster.query.events;

import org.jspecify.annotations.NullMarked;
