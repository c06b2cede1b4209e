/** Read-your-writes consistency: responses that include everything up to a token. */
@NullMarked
package roster.query.consistency;

import org.jspecify.annotations.NullMarked;
