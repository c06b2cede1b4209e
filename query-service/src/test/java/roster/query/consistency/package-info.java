@NullMarked
package roster.query.consistency;

import org.jspecify.annotations.NullMarked;
