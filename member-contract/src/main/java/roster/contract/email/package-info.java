/** E-mail addresses: validation, formats and comparison. */
@NullMarked
package roster.contract.email;

import org.jspecify.annotations.NullMarked;
