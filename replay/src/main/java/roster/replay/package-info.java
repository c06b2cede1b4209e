/** {@code ./roster replay}: folds the feed of an organization into its members as of a moment, and proves that no event was missed. */
@NullMarked
package roster.replay;

import org.jspecify.annotations.NullMarked;
