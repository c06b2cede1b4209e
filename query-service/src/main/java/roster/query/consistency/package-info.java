/** Reading your own writes: answers that include everything up to a token. */
@NullMarked
package roster.query.consistency;

import org.jspecify.annotations.NullMarked;
