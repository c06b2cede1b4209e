/** Tests of the answers about accounts at identity providers. */
@NullMarked
package roster.query.account;

import org.jspecify.annotations.NullMarked;
