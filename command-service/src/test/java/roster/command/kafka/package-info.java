@NullMarked
package roster.command.kafka;

import org.jspecify.annotations.NullMarked;
