/** Access reviews: all members and API tokens that have or may get access, with the events that gave it. */
@NullMarked
package roster.query.review;

import org.jspecify.annotations.NullMarked;
