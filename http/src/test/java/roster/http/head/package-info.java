@NullMarked
package roster.http.head;

import org.jspecify.annotations.NullMarked;
