/** The spelling of enum constants outside of Java. */
@NullMarked
package roster.contract.word;

import org.jspecify.annotations.NullMarked;
