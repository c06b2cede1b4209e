@NullMarked
package roster.contract;

import org.jspecify.annotations.NullMarked;
