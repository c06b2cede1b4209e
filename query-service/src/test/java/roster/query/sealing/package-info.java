@NullMarked
package roster.query.sealing;

import org.jspecify.annotations.NullMarked;
