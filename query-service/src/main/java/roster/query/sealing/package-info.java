/** The keys with which what names a person is opened. */
@NullMarked
package roster.query.sealing;

import org.jspecify.annotations.NullMarked;
