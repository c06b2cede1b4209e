package roster.query.review;

import java.time.Instant;

/**
 * Proof that a CSV file is an access review of a position. The same query gives the same bytes as long as {@code erasures} is the same.
 *
 * @param query    path and parameters of the file, with the position
 * @param position position that the file is of
 * @param asOf     time of the newest event of the organization up to the position
 * @param rows     lines of the file, without the head
 * @param bytes    length of the file
 * @param sha256   SHA-256 of the bytes of the file, in hexadecimal digits
 * @param erased   lines of members who were erased
 * @param erasures members of the organization who were erased until now; each can have changed lines of the file
 */
record ReviewManifest(String query, String position, Instant asOf, long rows, long bytes, String sha256, long erased, long erasures) {}
