/** How events, and what they amount to, leave the system: topics, and the headers and values of their records. */
@NullMarked
package roster.contract.kafka;

import org.jspecify.annotations.NullMarked;
