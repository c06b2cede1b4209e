package roster.access.admission;

/**
 * Those whose shares of the capacity a request uses.
 *
 * @param organization that the path names; empty when it names none
 */
record Shares(String caller, String organization) {}
