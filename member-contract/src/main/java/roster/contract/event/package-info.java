/** What has happened: the events of every aggregate, their stored names and their JSON. */
@NullMarked
package roster.contract.event;

import org.jspecify.annotations.NullMarked;
