@NullMarked
package roster.query.schema;

import org.jspecify.annotations.NullMarked;
