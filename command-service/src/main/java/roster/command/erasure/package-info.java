/** Erasure of a person: destroys the data key, clears data outside the events, and issues a certificate. */
@NullMarked
package roster.command.erasure;

import org.jspecify.annotations.NullMarked;
