/** The view of organizations: by id and by slug. */
@NullMarked
package roster.query.organization;

import org.jspecify.annotations.NullMarked;
