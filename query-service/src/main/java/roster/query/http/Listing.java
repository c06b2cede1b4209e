package roster.query.http;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A page of a list.
 *
 * @param next     cursor of the next page; null on the last page
 * @param position consistency token of the position that the list was read at
 */
public record Listing<T>(List<T> data, @Nullable String next, String position) {}
