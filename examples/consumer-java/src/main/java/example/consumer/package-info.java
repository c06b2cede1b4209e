/** A reference consumer of Roster's topics, which needs nothing of Roster but docs/consuming.md. */
@NullMarked
package example.consumer;

import org.jspecify.annotations.NullMarked;
