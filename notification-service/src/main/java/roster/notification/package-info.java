/** Tells people about invitations by mail: a record becomes rows of the ledger, a row becomes a letter, a letter leaves once. */
@NullMarked
package roster.notification;

import org.jspecify.annotations.NullMarked;
