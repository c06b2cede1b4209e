/** Tests of what callers learn of their organizations. */
@NullMarked
package roster.query.organization;

import org.jspecify.annotations.NullMarked;
