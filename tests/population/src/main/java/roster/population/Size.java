package roster.population;

/**
 * Size of a population.
 *
 * @param members members who are ever invited to the large organization
 * @param events  events of the large organization
 * @param small   number of small organizations beside it, with {@link #OF_SMALL} events each
 */
public record Size(int members, int events, int small) {
    static final int OF_SMALL = 60;
    static final int SMALL_MEMBERS = 12;

    public int all() {
        return events + small * OF_SMALL;
    }
}
