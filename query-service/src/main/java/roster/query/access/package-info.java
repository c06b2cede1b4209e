/** Access evaluations and searches by OpenID AuthZEN 1.0. */
@NullMarked
package roster.query.access;

import org.jspecify.annotations.NullMarked;
