/** OpenID AuthZEN 1.0: may this subject do that, here and now? Answered from what is so at this moment, never from the views. */
@NullMarked
package roster.query.access;

import org.jspecify.annotations.NullMarked;
