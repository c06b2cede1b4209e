package roster.systemtest.mail;

import java.time.Instant;

/**
 * A mail that the server has taken.
 *
 * @param sender     how whoever handed it over introduced itself
 * @param hash       of every byte
 * @param handedOver when {@code MAIL FROM} was said
 * @param accepted   when the server had it, before it said so
 */
record Accepted(String sender, String to, String messageId, String hash, Instant handedOver, Instant accepted) {}
