/** Tests of who may ask what. */
@NullMarked
package roster.query.access;

import org.jspecify.annotations.NullMarked;
