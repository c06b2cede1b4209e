@NullMarked
package roster.query.members;

import org.jspecify.annotations.NullMarked;
