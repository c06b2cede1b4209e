/** Access evaluations by OpenID AuthZEN 1.0. Decided by current standings, never by the views. */
@NullMarked
package roster.query.access;

import org.jspecify.annotations.NullMarked;
