/** E-mail addresses: which text is one, how it is written, and when two are the same. */
@NullMarked
package roster.contract.email;

import org.jspecify.annotations.NullMarked;
