/** What a request may say: strict JSON, and no parameter that is not read. */
@NullMarked
package roster.http.request;

import org.jspecify.annotations.NullMarked;
