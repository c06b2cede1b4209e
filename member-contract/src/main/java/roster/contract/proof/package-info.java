/** Checksum of events, with which a consumer proves that it has all of them. */
@NullMarked
package roster.contract.proof;

import org.jspecify.annotations.NullMarked;
