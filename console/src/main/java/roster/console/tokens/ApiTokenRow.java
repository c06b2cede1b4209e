package roster.console.tokens;

import org.jspecify.annotations.Nullable;

/**
 * An API token with further data of its row.
 *
 * @param member    name of the owner or creator; null when that is not a member, or an unknown one
 * @param revocable true when the user may revoke it
 */
record ApiTokenRow(ListedApiToken token, @Nullable String member, boolean revocable) {}
