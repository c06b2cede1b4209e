/** Requirements on configured secrets of all services. */
@NullMarked
package roster.contract.secret;

import org.jspecify.annotations.NullMarked;
