/** Keys to open sealed personal fields. */
@NullMarked
package roster.query.sealing;

import org.jspecify.annotations.NullMarked;
