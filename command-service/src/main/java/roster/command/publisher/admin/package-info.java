/** States of the publishers for operators: what Kafka has lost, and how it is published again. */
@NullMarked
package roster.command.publisher.admin;

import org.jspecify.annotations.NullMarked;
