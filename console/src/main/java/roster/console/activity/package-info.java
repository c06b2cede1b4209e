/** The Activity page: all events of the organization, as they are recorded, and as files. */
@NullMarked
package roster.console.activity;

import org.jspecify.annotations.NullMarked;
