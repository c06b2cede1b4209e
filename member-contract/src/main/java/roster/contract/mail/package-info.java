/** Recipients, failures and languages of e-mails. */
@NullMarked
package roster.contract.mail;

import org.jspecify.annotations.NullMarked;
