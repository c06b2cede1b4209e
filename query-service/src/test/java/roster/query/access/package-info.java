@NullMarked
package roster.query.access;

import org.jspecify.annotations.NullMarked;
