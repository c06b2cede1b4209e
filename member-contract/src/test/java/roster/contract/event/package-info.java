@NullMarked
package roster.contract.event;

import org.jspecify.annotations.NullMarked;
