@NullMarked
package roster.query.http;

import org.jspecify.annotations.NullMarked;
