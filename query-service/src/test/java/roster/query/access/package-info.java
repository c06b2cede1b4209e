/** Tests of authentication, permissions and access evaluations. */
@NullMarked
package roster.query.access;

import org.jspecify.annotations.NullMarked;
