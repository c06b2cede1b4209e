@NullMarked
package roster.contract.word;

import org.jspecify.annotations.NullMarked;
