@NullMarked
package roster.query.history;

import org.jspecify.annotations.NullMarked;
