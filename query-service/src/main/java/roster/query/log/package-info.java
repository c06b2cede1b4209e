/** The signed log over the stored events: the reader that hashes them, its trees and checkpoints in the database. */
@NullMarked
package roster.query.log;

import org.jspecify.annotations.NullMarked;
