/** The organizations that a caller belongs to. */
@NullMarked
package roster.query.organization;

import org.jspecify.annotations.NullMarked;
