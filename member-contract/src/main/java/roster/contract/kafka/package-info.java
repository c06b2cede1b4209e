/** How events leave the system: topics, and the CloudEvents attributes of a record. */
@NullMarked
package roster.contract.kafka;

import org.jspecify.annotations.NullMarked;
