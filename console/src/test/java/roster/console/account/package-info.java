/** Tests of the pages for sign-in accounts. */
@NullMarked
package roster.console.account;

import org.jspecify.annotations.NullMarked;
