@NullMarked
package roster.notification.mail;

import org.jspecify.annotations.NullMarked;
