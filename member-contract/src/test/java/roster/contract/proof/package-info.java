@NullMarked
package roster.contract.proof;

import org.jspecify.annotations.NullMarked;
