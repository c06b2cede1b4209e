/** Tests of requirements on secrets. */
@NullMarked
package roster.contract.secret;

import org.jspecify.annotations.NullMarked;
