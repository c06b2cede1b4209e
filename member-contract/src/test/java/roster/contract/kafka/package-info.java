@NullMarked
package roster.contract.kafka;

import org.jspecify.annotations.NullMarked;
