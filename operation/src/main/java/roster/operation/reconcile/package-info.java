/** Reconcilers, which always compare two copies of what is known of members: in health, metrics and log. */
@NullMarked
package roster.operation.reconcile;

import org.jspecify.annotations.NullMarked;
