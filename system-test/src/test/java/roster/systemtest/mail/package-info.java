/** Letters, by the real notification-service, through a mail server that misbehaves. */
@NullMarked
package roster.systemtest.mail;

import org.jspecify.annotations.NullMarked;
