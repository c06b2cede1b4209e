/** Tests of e-mails sent by the real notification-service through a faulty mail server. */
@NullMarked
package roster.systemtest.mail;

import org.jspecify.annotations.NullMarked;
