/** Accounts at identity providers, as the providers describe them. */
@NullMarked
package roster.console.signin.account;

import org.jspecify.annotations.NullMarked;
