/** The feed: all events of an organization, or of all, in one order, as pages, files and streams. */
@NullMarked
package roster.query.feed;

import org.jspecify.annotations.NullMarked;
