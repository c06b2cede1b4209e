@NullMarked
package roster.contract.invitation;

import org.jspecify.annotations.NullMarked;
