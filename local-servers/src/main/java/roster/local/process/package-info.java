/** Programs that run beside this one and never outlive it. */
@NullMarked
package roster.local.process;

import org.jspecify.annotations.NullMarked;
