@NullMarked
package roster.access.admission;

import org.jspecify.annotations.NullMarked;
