/** Merkle trees as RFC 6962 defines them: hashes, proofs with their verification, and tiles as the C2SP specification tlog-tiles has them. */
@NullMarked
package roster.recordlog.merkle;

import org.jspecify.annotations.NullMarked;
