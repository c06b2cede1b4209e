/** Load over every command: clients that know what each answer must be, and a journal of what they were told. */
@NullMarked
package roster.systemtest.trial.driver;

import org.jspecify.annotations.NullMarked;
